-- SPDX-License-Identifier: Apache-2.0
-- Fluoroquinolones and tendon harm: who is at risk.

source "alves-2019" {
  authors = "Alves",
  year    = 2019,
  kind    = "review",
}
