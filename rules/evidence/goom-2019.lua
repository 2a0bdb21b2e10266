-- SPDX-License-Identifier: Apache-2.0
-- Return to running after birth.

source "goom-2019" {
  authors = "Goom, Donnelly and Brockwell",
  year    = 2019,
  kind    = "guideline",
}
