-- SPDX-License-Identifier: Apache-2.0
source "smith-2017" {
  authors = "Smith",
  year    = 2017,
  journal = "BJSM",
  kind    = "systematic review",
}
