-- SPDX-License-Identifier: Apache-2.0
-- Surgery after failed conservative care.

source "lempainen-2009" {
  authors = "Lempainen",
  year    = 2009,
  kind    = "case series",
}
