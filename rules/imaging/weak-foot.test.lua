-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/weak-foot: the scan has to follow it.
person {
  patient = { age_years = 50, sex = "male" },
  complaint = { sites = { "buttock" }, radiation = "below-knee" },
  screening = {
    progressive_weakness = false,
    ankle_dorsiflexion_grade = 3,
    foot_weakness_days = 5,
  },
}

case "grade 3 for 5 days" { expect = answer "warranted-now" }
case "grade 4" { screening = { ankle_dorsiflexion_grade = 4 }, expect = silent }
case "day 14" { screening = { foot_weakness_days = 14 }, expect = answer "warranted-now" }
case "day 15 is the this-week rule" { screening = { foot_weakness_days = 15 }, expect = silent }
case "days not asked are held to be recent" {
  screening = { foot_weakness_days = unknown },
  expect = presumed "warranted-now",
}
case "getting weaker, full ankle strength" {
  screening = { progressive_weakness = true, ankle_dorsiflexion_grade = 5 },
  expect = answer "warranted-now",
}
case "getting weaker, ankle not tested" {
  screening = { progressive_weakness = true, ankle_dorsiflexion_grade = unknown },
  expect = answer "warranted-now",
}
case "ankle not tested" {
  screening = { ankle_dorsiflexion_grade = unknown },
  expect = asks "screening.ankle_dorsiflexion_grade",
}
case "progress not asked" {
  screening = { progressive_weakness = unknown, ankle_dorsiflexion_grade = 5 },
  expect = asks "screening.progressive_weakness",
}
