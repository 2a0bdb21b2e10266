-- SPDX-License-Identifier: Apache-2.0
-- Cortisone at this tendon in athletes.

source "nicholson-2014" {
  authors = "Nicholson",
  year    = 2014,
  journal = "OJSM PMC4555570",
  kind    = "case series",
}
