-- SPDX-License-Identifier: Apache-2.0
-- Education and exercise, or cortisone, for gluteal tendons.

source "mellor-2018" {
  authors = "Mellor",
  year    = 2018,
  journal = "BMJ 361:k1662",
  kind    = "trial",
}
