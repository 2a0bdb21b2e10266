-- SPDX-License-Identifier: Apache-2.0
source "silbernagel-2011" {
  authors = "Silbernagel",
  year    = 2011,
  kind    = "observational study",
}
