-- SPDX-License-Identifier: Apache-2.0
source "lauersen-2018" {
  authors = "Lauersen",
  year    = 2018,
  kind    = "systematic review",
}
