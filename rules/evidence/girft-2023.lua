-- SPDX-License-Identifier: Apache-2.0
source "girft-2023" {
  authors = "GIRFT",
  year    = 2023,
  kind    = "guideline",
}
