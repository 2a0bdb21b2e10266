-- SPDX-License-Identifier: Apache-2.0
-- Two-week increases in novices.

source "nielsen-2014-progression" {
  authors = "Nielsen",
  year    = 2014,
  journal = "JOSPT",
  kind    = "cohort",
}
