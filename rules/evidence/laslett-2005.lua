-- SPDX-License-Identifier: Apache-2.0
-- Tests of the sacroiliac joint, counted together.

source "laslett-2005" {
  authors = "Laslett",
  year    = 2005,
  kind    = "diagnostic study",
}
