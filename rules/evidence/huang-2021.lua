-- SPDX-License-Identifier: Apache-2.0
-- Sleep and injury.

source "huang-2021" {
  authors = "Huang and Ihm",
  year    = 2021,
  kind    = "review",
}
