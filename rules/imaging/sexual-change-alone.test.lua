-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/sexual-change-alone: the scan has to follow it.
person {
  patient = { age_years = 45, sex = "male" },
  screening = {
    sexual_change = true,
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    bilateral_leg_weakness = false,
  },
}

case "alone" { expect = answer "specialist-decides" }
case "with numbness" { screening = { saddle_numbness = true }, expect = silent }
case "with bladder change" { screening = { bladder_change = true }, expect = silent }
case "with bowel change" { screening = { bowel_change = true }, expect = silent }
case "with weakness in both legs" {
  screening = { bilateral_leg_weakness = true },
  expect = silent,
}
case "no sexual change" { screening = { sexual_change = false }, expect = silent }
case "one of the four not asked" {
  screening = { bowel_change = unknown },
  expect = asks "screening.bowel_change",
}
case "sexual change not asked" {
  screening = { sexual_change = unknown },
  expect = asks "screening.sexual_change",
}
