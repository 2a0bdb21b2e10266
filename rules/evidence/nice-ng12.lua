-- SPDX-License-Identifier: Apache-2.0
-- Suspected cancer, here bone pain in the young.

source "nice-ng12" {
  authors = "NICE",
  journal = "NG12",
  kind    = "guideline",
}
