-- SPDX-License-Identifier: Apache-2.0
-- Diabetes and tendons.

source "ranger-2016" {
  authors = "Ranger",
  year    = 2016,
  kind    = "systematic review",
}
