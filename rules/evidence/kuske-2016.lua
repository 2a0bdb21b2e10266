-- SPDX-License-Identifier: Apache-2.0
-- Whom hamstring avulsions outside sport befall.

source "kuske-2016" {
  authors = "Kuske",
  year    = 2016,
  kind    = "observational study",
}
