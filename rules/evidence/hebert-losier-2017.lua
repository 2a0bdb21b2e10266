-- SPDX-License-Identifier: Apache-2.0
-- Calf raises by age and sex.

source "hebert-losier-2017" {
  authors = "Hébert-Losier",
  year    = 2017,
  doi     = "10.1016/j.physio.2017.03.002",
  kind    = "observational study",
}
