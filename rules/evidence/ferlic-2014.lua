-- SPDX-License-Identifier: Apache-2.0
-- Displaced apophyseal avulsion of the pelvis.

source "ferlic-2014" {
  authors = "Ferlic",
  year    = 2014,
  doi     = "10.1007/s00167-013-2570-4",
  kind    = "observational study",
}
