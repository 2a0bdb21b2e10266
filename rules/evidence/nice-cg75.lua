-- SPDX-License-Identifier: Apache-2.0
-- Metastatic spinal cord compression.

source "nice-cg75" {
  authors = "NICE",
  journal = "CG75, now NG234",
  kind    = "guideline",
}
