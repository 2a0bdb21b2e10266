-- SPDX-License-Identifier: Apache-2.0
-- Body fat and tendons.

source "gaida-2009" {
  authors = "Gaida",
  year    = 2009,
  kind    = "systematic review",
}
