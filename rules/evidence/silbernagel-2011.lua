-- SPDX-License-Identifier: Apache-2.0
-- Achilles tendinopathy five years on.

source "silbernagel-2011" {
  authors = "Silbernagel",
  year    = 2011,
  kind    = "observational study",
}
