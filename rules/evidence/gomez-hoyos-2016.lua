-- SPDX-License-Identifier: Apache-2.0
-- Tests of ischiofemoral impingement.

source "gomez-hoyos-2016" {
  authors = "Gómez-Hoyos",
  year    = 2016,
  kind    = "diagnostic study",
}
