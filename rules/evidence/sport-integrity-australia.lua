-- SPDX-License-Identifier: Apache-2.0
-- Injected glucocorticoids in competition.

source "sport-integrity-australia" {
  authors = "Sport Integrity Australia",
  kind    = "guideline",
}
