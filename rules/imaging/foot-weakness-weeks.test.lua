-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/foot-weakness-weeks: the scan has to follow it.
person {
  patient = { age_years = 55, sex = "male" },
  screening = { ankle_dorsiflexion_grade = 3, foot_weakness_days = 30 },
}

case "grade 3 for 30 days" { expect = answer "warranted-this-week" }
case "grade 4" { screening = { ankle_dorsiflexion_grade = 4 }, expect = silent }
case "day 15" { screening = { foot_weakness_days = 15 }, expect = answer "warranted-this-week" }
case "day 14 is the same-day rule" { screening = { foot_weakness_days = 14 }, expect = silent }
case "day 84" { screening = { foot_weakness_days = 84 }, expect = answer "warranted-this-week" }
case "day 85" { screening = { foot_weakness_days = 85 }, expect = silent }
case "days not asked" {
  screening = { foot_weakness_days = unknown },
  expect = asks "screening.foot_weakness_days",
}
case "grade not tested" {
  screening = { ankle_dorsiflexion_grade = unknown },
  expect = asks "screening.ankle_dorsiflexion_grade",
}
