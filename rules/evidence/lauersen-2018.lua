-- SPDX-License-Identifier: Apache-2.0
-- Strength training against injury.

source "lauersen-2018" {
  authors = "Lauersen",
  year    = 2018,
  kind    = "systematic review",
}
