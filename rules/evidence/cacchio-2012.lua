-- SPDX-License-Identifier: Apache-2.0
-- The three stretch tests and how well they tell.

source "cacchio-2012" {
  authors = "Cacchio",
  year    = 2012,
  journal = "BJSM",
  doi     = "10.1136/bjsports-2011-090325",
  kind    = "diagnostic study",
}
