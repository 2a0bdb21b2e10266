-- SPDX-License-Identifier: Apache-2.0
-- The adult pre-exercise screening system.

source "apss-2018" {
  authors = "ESSA, Fitness AU, SMA",
  year    = 2018,
  title   = "APSS V2",
  kind    = "screening tool",
}
