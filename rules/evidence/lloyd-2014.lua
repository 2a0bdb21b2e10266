-- SPDX-License-Identifier: Apache-2.0
-- Strength training for the young.

source "lloyd-2014" {
  authors = "Lloyd",
  year    = 2014,
  kind    = "consensus",
}
