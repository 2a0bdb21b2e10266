-- SPDX-License-Identifier: Apache-2.0
-- Painful or pain-free exercise.

source "smith-2017" {
  authors = "Smith",
  year    = 2017,
  journal = "BJSM",
  kind    = "systematic review",
}
