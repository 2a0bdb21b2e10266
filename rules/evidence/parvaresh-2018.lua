-- SPDX-License-Identifier: Apache-2.0
-- When the ischial apophysis closes.

source "parvaresh-2018" {
  authors = "Parvaresh",
  year    = 2018,
  kind    = "observational study",
}
