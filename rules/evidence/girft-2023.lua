-- SPDX-License-Identifier: Apache-2.0
-- The national pathway for suspected cauda equina syndrome.

source "girft-2023" {
  authors = "GIRFT",
  year    = 2023,
  kind    = "guideline",
}
