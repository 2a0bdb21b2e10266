-- SPDX-License-Identifier: Apache-2.0
-- One long run and the injuries after it.

source "frandsen-2025" {
  authors = "Frandsen",
  year    = 2025,
  journal = "BJSM",
  doi     = "10.1136/bjsports-2024-109380",
  kind    = "cohort",
}
