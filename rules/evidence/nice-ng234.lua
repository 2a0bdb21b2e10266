-- SPDX-License-Identifier: Apache-2.0
source "nice-ng234" {
  authors = "NICE",
  journal = "NG234",
  kind    = "guideline",
}
