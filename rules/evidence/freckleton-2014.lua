-- SPDX-License-Identifier: Apache-2.0
-- Single-leg bridges and later hamstring injury.

source "freckleton-2014" {
  authors = "Freckleton",
  year    = 2014,
  journal = "BJSM",
  kind    = "observational study",
}
