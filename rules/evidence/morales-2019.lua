-- SPDX-License-Identifier: Apache-2.0
-- Fluoroquinolones and tendon rupture.

source "morales-2019" {
  authors = "Morales",
  year    = 2019,
  doi     = "10.1007/s40261-018-0729-y",
  kind    = "observational study",
}
