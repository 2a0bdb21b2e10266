-- SPDX-License-Identifier: Apache-2.0
source "lempainen-2009" {
  authors = "Lempainen",
  year    = 2009,
  kind    = "case series",
}
