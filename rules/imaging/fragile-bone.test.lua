-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/fragile-bone: the scan has to follow it.
person {
  patient = { age_years = 68, sex = "female", bmi = 23, conditions = {}, medications = {} },
  complaint = {
    sites = { "buttock" },
    duration_weeks = 3,
    aggravated_by = { "walking" },
    rest_pain = 1,
    night_pain = "none",
  },
  injury = { mechanism = "none" },
  screening = { prior_fragility_fracture = false, single_leg_stance_pain = false },
}

case "68, female, buttock pain on walking" { expect = answer "warranted-this-week" }
case "female, 65" { patient = { age_years = 65 }, expect = answer "warranted-this-week" }
case "female, 64" { patient = { age_years = 64 }, expect = silent }
case "male, 75" { patient = { sex = "male", age_years = 75 }, expect = answer "warranted-this-week" }
case "male, 74" { patient = { sex = "male", age_years = 74 }, expect = silent }
case "45 with an earlier fragility fracture" {
  patient = { age_years = 45 },
  screening = { prior_fragility_fracture = true },
  expect = answer "warranted-this-week",
}
case "45 with osteoporosis" {
  patient = { age_years = 45, conditions = { "osteoporosis" } },
  expect = answer "warranted-this-week",
}
case "45 with steroid tablets" {
  patient = { age_years = 45, medications = { "oral-corticosteroid" } },
  expect = answer "warranted-this-week",
}
case "45 with body mass index 18.4" {
  patient = { age_years = 45, bmi = 18.4 },
  expect = answer "warranted-this-week",
}
case "45 with body mass index 18.5" {
  patient = { age_years = 45, bmi = 18.5 },
  expect = silent,
}
case "sacrum" { complaint = { sites = { "sacrum" } }, expect = answer "warranted-this-week" }
case "groin" { complaint = { sites = { "groin" } }, expect = answer "warranted-this-week" }
case "pubic bone" { complaint = { sites = { "pubic" } }, expect = answer "warranted-this-week" }
case "sit bone only" { complaint = { sites = { "sit-bone" } }, expect = silent }
case "11.9 weeks" { complaint = { duration_weeks = 11.9 }, expect = answer "warranted-this-week" }
case "12 weeks" { complaint = { duration_weeks = 12 }, expect = silent }
case "weeks not asked" {
  complaint = { duration_weeks = unknown },
  expect = presumed "warranted-this-week",
}
case "walking is fine, nothing else" {
  complaint = { aggravated_by = { "sitting" } },
  expect = silent,
}
case "hurts on one leg" {
  complaint = { aggravated_by = {} },
  screening = { single_leg_stance_pain = true },
  expect = answer "warranted-this-week",
}
case "rest pain 4" {
  complaint = { aggravated_by = {}, rest_pain = 4 },
  expect = answer "warranted-this-week",
}
case "rest pain 3" { complaint = { aggravated_by = {}, rest_pain = 3 }, expect = silent }
case "aches at night" {
  complaint = { aggravated_by = {}, night_pain = "aching" },
  expect = answer "warranted-this-week",
}
case "a slip 42 days ago, sit bone" {
  complaint = { sites = { "sit-bone" }, aggravated_by = {} },
  injury = { mechanism = "minor-slip", days_since = 42 },
  expect = answer "warranted-this-week",
}
case "a slip 43 days ago, sit bone" {
  complaint = { sites = { "sit-bone" }, aggravated_by = {} },
  injury = { mechanism = "minor-slip", days_since = 43 },
  expect = silent,
}
case "a slip, day not asked" {
  complaint = { sites = { "sit-bone" }, aggravated_by = {} },
  injury = { mechanism = "minor-slip", days_since = unknown },
  expect = presumed "warranted-this-week",
}
case "a bisphosphonate with groin pain at 50" {
  patient = { age_years = 50, medications = { "bisphosphonate" } },
  complaint = { sites = { "groin" }, duration_weeks = 60 },
  expect = answer "warranted-this-week",
}
case "a bisphosphonate with front-of-thigh pain at 50" {
  patient = { age_years = 50, medications = { "bisphosphonate" } },
  complaint = { sites = { "anterior-thigh" }, duration_weeks = 60 },
  expect = answer "warranted-this-week",
}
case "a bisphosphonate with sit-bone pain at 50" {
  patient = { age_years = 50, medications = { "bisphosphonate" } },
  complaint = { sites = { "sit-bone" }, duration_weeks = 60 },
  expect = silent,
}
case "front-of-thigh pain without a bisphosphonate" {
  patient = { age_years = 50 },
  complaint = { sites = { "anterior-thigh" } },
  expect = silent,
}
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "sex not asked" { patient = { sex = unknown }, expect = asks "patient.sex" }
case "what hurts not asked" {
  complaint = { aggravated_by = unknown },
  expect = asks "complaint.aggravated_by",
}
