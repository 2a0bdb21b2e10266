-- SPDX-License-Identifier: Apache-2.0
-- Anti-inflammatories and what they mask.

source "magra-2006" {
  authors = "Magra",
  year    = 2006,
  kind    = "review",
}
