-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/cancer-with-pain: the scan has to follow it.
person {
  patient = { age_years = 59, sex = "female" },
  complaint = {
    sites = { "buttock" },
    radiation = "thigh",
    rest_pain = 2,
    trend = "stable",
    night_pain = "constant",
  },
  screening = { cancer_history = true, dvt_signs = {}, leg_neurology = {} },
}

case "constant at night" { expect = answer "warranted-now" }
case "prevents sleep" {
  complaint = { night_pain = "prevents-sleep" },
  expect = answer "warranted-now",
}
case "aching at night only" { complaint = { night_pain = "aching" }, expect = silent }
case "rest pain 7" {
  complaint = { night_pain = "none", rest_pain = 7 },
  expect = answer "warranted-now",
}
case "rest pain 6, stable" {
  complaint = { night_pain = "none", rest_pain = 6 },
  expect = silent,
}
case "rest pain 5 and worsening" {
  complaint = { night_pain = "none", rest_pain = 5, trend = "worsening" },
  expect = answer "warranted-now",
}
case "rest pain 4 and worsening" {
  complaint = { night_pain = "none", rest_pain = 4, trend = "worsening" },
  expect = silent,
}
case "below the knee" {
  complaint = { night_pain = "none", radiation = "below-knee" },
  expect = answer "warranted-now",
}
case "tingling below the knee" {
  complaint = { night_pain = "none" },
  screening = { leg_neurology = { "tingling-below-knee" } },
  expect = answer "warranted-now",
}
case "active cancer among the clot signs" {
  screening = { cancer_history = false, dvt_signs = { "active-cancer" } },
  expect = answer "warranted-now",
}
case "no cancer" { screening = { cancer_history = false }, expect = silent }
case "mechanical pain only" { complaint = { night_pain = "none" }, expect = silent }
case "cancer not asked" {
  screening = { cancer_history = unknown },
  expect = asks "screening.cancer_history",
}
case "night not asked" {
  complaint = { night_pain = unknown },
  expect = asks "complaint.night_pain",
}
