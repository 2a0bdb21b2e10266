-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/growing-lump: the scan has to follow it.
person {
  patient = { age_years = 40, sex = "female" },
  screening = { growing_lump = true },
}

case "yes" { expect = answer "warranted-this-week" }
case "no" { screening = { growing_lump = false }, expect = silent }
case "not asked" {
  screening = { growing_lump = unknown },
  expect = asks "screening.growing_lump",
}
