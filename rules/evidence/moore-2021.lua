-- SPDX-License-Identifier: Apache-2.0
-- Strength tests before running.

source "moore-2021" {
  authors = "Moore",
  year    = 2021,
  kind    = "consensus",
}
