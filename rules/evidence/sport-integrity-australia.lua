-- SPDX-License-Identifier: Apache-2.0
source "sport-integrity-australia" {
  authors = "Sport Integrity Australia",
  kind    = "guideline",
}
