-- SPDX-License-Identifier: Apache-2.0
source "kuske-2016" {
  authors = "Kuske",
  year    = 2016,
  kind    = "observational study",
}
