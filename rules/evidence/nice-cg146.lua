-- SPDX-License-Identifier: Apache-2.0
source "nice-cg146" {
  authors = "NICE",
  journal = "CG146",
  kind    = "guideline",
}
