-- SPDX-License-Identifier: Apache-2.0
source "nice-ng158" {
  authors = "NICE",
  journal = "NG158",
  kind    = "guideline",
}
