-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/young-night: the scan has to follow it.
person {
  patient = { age_years = 16, sex = "female" },
  complaint = { rest_pain = 1, night_pain = "aching" },
}

case "16, aches at night" { expect = answer "warranted-this-week" }
case "constant at night" {
  complaint = { night_pain = "constant" },
  expect = answer "warranted-this-week",
}
case "prevents sleep" {
  complaint = { night_pain = "prevents-sleep" },
  expect = answer "warranted-this-week",
}
case "only when lying on it" { complaint = { night_pain = "lying-on-it" }, expect = silent }
case "rest pain 5" {
  complaint = { night_pain = "none", rest_pain = 5 },
  expect = answer "warranted-this-week",
}
case "rest pain 4" {
  complaint = { night_pain = "none", rest_pain = 4 },
  expect = silent,
}
case "age 19" { patient = { age_years = 19 }, expect = answer "warranted-this-week" }
case "age 20" { patient = { age_years = 20 }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "night not asked" {
  complaint = { night_pain = unknown },
  expect = asks "complaint.night_pain",
}
case "rest pain not asked" {
  complaint = { night_pain = "none", rest_pain = unknown },
  expect = asks "complaint.rest_pain",
}
