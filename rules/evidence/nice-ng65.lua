-- SPDX-License-Identifier: Apache-2.0
-- Spondyloarthritis: whom to refer.

source "nice-ng65" {
  authors = "NICE",
  journal = "NG65",
  kind    = "guideline",
}
