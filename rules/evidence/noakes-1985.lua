-- SPDX-License-Identifier: Apache-2.0
-- Stress fracture of the pubic ramus in runners.

source "noakes-1985" {
  authors = "Noakes",
  year    = 1985,
  doi     = "10.1177/036354658501300207",
  kind    = "case series",
}
