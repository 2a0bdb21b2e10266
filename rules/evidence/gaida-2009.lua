-- SPDX-License-Identifier: Apache-2.0
source "gaida-2009" {
  authors = "Gaida",
  year    = 2009,
  kind    = "systematic review",
}
