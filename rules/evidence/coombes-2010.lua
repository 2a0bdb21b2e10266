-- SPDX-License-Identifier: Apache-2.0
-- Injections across tendons: early relief, later loss.

source "coombes-2010" {
  authors = "Coombes",
  year    = 2010,
  journal = "Lancet 376:1751",
  doi     = "10.1016/S0140-6736(10)61160-9",
  kind    = "systematic review",
}
