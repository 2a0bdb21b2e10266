-- SPDX-License-Identifier: Apache-2.0
-- Why the acute to chronic ratio is not used.

source "impellizzeri-2020" {
  authors = "Impellizzeri",
  year    = 2020,
  kind    = "expert opinion",
}
