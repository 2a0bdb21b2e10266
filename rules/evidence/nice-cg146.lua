-- SPDX-License-Identifier: Apache-2.0
-- Who is at risk of a fragility fracture.

source "nice-cg146" {
  authors = "NICE",
  journal = "CG146",
  kind    = "guideline",
}
