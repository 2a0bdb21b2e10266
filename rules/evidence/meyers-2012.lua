-- SPDX-License-Identifier: Apache-2.0
-- Apophyseal avulsion in young athletes.

source "meyers-2012" {
  authors = "Meyers",
  year    = 2012,
  kind    = "observational study",
}
