-- SPDX-License-Identifier: Apache-2.0
source "jokela-2024" {
  authors = "Jokela",
  year    = 2024,
  doi     = "10.1177/23259671241265130",
  kind    = "diagnostic study",
}
