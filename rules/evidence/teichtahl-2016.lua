-- SPDX-License-Identifier: Apache-2.0
-- Statins and tendons: no link.

source "teichtahl-2016" {
  authors = "Teichtahl",
  year    = 2016,
  kind    = "review",
}
