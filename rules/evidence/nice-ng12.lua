-- SPDX-License-Identifier: Apache-2.0
source "nice-ng12" {
  authors = "NICE",
  journal = "NG12",
  kind    = "guideline",
}
