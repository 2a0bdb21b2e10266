-- SPDX-License-Identifier: Apache-2.0
-- First-week distance in heavier novices.

source "nielsen-2014-novices" {
  authors = "Nielsen",
  year    = 2014,
  journal = "IJSPT PMC4060311",
  kind    = "cohort",
}
