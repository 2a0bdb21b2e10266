-- SPDX-License-Identifier: Apache-2.0
source "impellizzeri-2020" {
  authors = "Impellizzeri",
  year    = 2020,
  kind    = "expert opinion",
}
