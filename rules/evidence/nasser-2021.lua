-- SPDX-License-Identifier: Apache-2.0
-- What the trials in this tendon amount to.

source "nasser-2021" {
  authors = "Nasser",
  year    = 2021,
  journal = "IJSPT",
  doi     = "10.26603/001c.21250",
  kind    = "systematic review",
}
