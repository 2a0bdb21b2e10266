-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/bleeding: the scan has to follow it.
person {
  patient = { age_years = 66, sex = "male", medications = { "anticoagulant" } },
  complaint = { sites = { "posterior-thigh" }, onset = "gradual", rest_pain = 2 },
  injury = { mechanism = "none", bruising = true, days_since = 4 },
  screening = { leg_neurology = {} },
}

case "bruising, no event remembered" { expect = answer "warranted-now" }
case "a sudden pain, rest pain 5, no bruise" {
  complaint = { onset = "sudden", rest_pain = 5 },
  injury = { bruising = false },
  expect = answer "warranted-now",
}
case "a sudden pain, rest pain 4, no bruise" {
  complaint = { onset = "sudden", rest_pain = 4 },
  injury = { bruising = false },
  expect = silent,
}
case "a slip with nerve signs, no bruise" {
  injury = { mechanism = "minor-slip", bruising = false },
  screening = { leg_neurology = { "sensory-loss" } },
  expect = answer "warranted-now",
}
case "a sprint, rest pain 6" {
  complaint = { rest_pain = 6 },
  injury = { mechanism = "sprint-or-overstretch", bruising = false },
  expect = answer "warranted-now",
}
case "no event and no bruise" {
  complaint = { rest_pain = 6 },
  injury = { bruising = false },
  expect = silent,
}
case "no anticoagulant" { patient = { medications = { "statin" } }, expect = silent }
case "day 14" { injury = { days_since = 14 }, expect = answer "warranted-now" }
case "day 15" { injury = { days_since = 15 }, expect = silent }
case "day not asked" { injury = { days_since = unknown }, expect = presumed "warranted-now" }
case "medicines not asked" {
  patient = { medications = unknown },
  expect = asks "patient.medications",
}
case "bruising not asked" {
  injury = { bruising = unknown },
  expect = asks "injury.bruising",
}
