-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/old-cauda-equina-signs: the scan has to follow it.
person {
  patient = { age_years = 47, sex = "male" },
  complaint = { sites = { "low-back" }, radiation = "thigh" },
  screening = {
    saddle_numbness = false,
    bladder_change = true,
    bowel_change = false,
    bilateral_leg_weakness = false,
    cauda_equina_days = 40,
  },
}

case "bladder change, 40 days" { expect = answer "warranted-now" }
case "numbness, 40 days" {
  screening = { saddle_numbness = true, bladder_change = false },
  expect = answer "warranted-now",
}
case "bowel change, 40 days" {
  screening = { bowel_change = true, bladder_change = false },
  expect = answer "warranted-now",
}
case "both legs weak, 40 days" {
  screening = { bilateral_leg_weakness = true, bladder_change = false },
  expect = answer "warranted-now",
}
case "day 15" { screening = { cauda_equina_days = 15 }, expect = answer "warranted-now" }
case "day 14 is the emergency rule" { screening = { cauda_equina_days = 14 }, expect = silent }
case "none of the four" { screening = { bladder_change = false }, expect = silent }
case "days not asked" {
  screening = { cauda_equina_days = unknown },
  expect = asks "screening.cauda_equina_days",
}
case "bladder not asked" {
  screening = { bladder_change = unknown },
  expect = asks "screening.bladder_change",
}
