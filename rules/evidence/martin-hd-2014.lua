-- SPDX-License-Identifier: Apache-2.0
-- Tests of the sciatic nerve in the deep gluteal space.

source "martin-hd-2014" {
  authors = "Martin HD",
  year    = 2014,
  journal = "KSSTA 22:882",
  kind    = "diagnostic study",
}
