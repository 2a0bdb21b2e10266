-- SPDX-License-Identifier: Apache-2.0
-- Where shockwave does not belong.

source "tenforde-2022" {
  authors = "Tenforde",
  year    = 2022,
  journal = "PMC9321712",
  kind    = "consensus",
}
