-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 34, sex = "female", pregnant_weeks = 0 },
  complaint = { sites = { "buttock" }, onset = "sudden", rest_pain = 8 },
  injury = { mechanism = "bike-crash", days_since = 2, bears_weight = true },
}

case "bike crash, pain 8" { expect = answer "warranted-now" }
case "pain 7" { complaint = { rest_pain = 7 }, expect = answer "warranted-now" }
case "pain 6" { complaint = { rest_pain = 6 }, expect = silent }
case "day 7" { injury = { days_since = 7 }, expect = answer "warranted-now" }
case "day 8" { injury = { days_since = 8 }, expect = silent }
case "day not asked" {
  injury = { days_since = unknown },
  expect = presumed "warranted-now",
}
case "a slip that carries weight" {
  injury = { mechanism = "minor-slip" },
  expect = silent,
}
case "a slip without four steps" {
  injury = { mechanism = "minor-slip", bears_weight = false },
  expect = answer "warranted-now",
}
case "no four steps, no pain at rest" {
  complaint = { rest_pain = 0 },
  injury = { bears_weight = false },
  expect = answer "warranted-now",
}
case "pregnant" { patient = { pregnant_weeks = 20 }, expect = answer "warranted-now" }
case "pregnancy not asked" {
  patient = { pregnant_weeks = unknown },
  expect = answer "warranted-now",
}
case "steps not asked" {
  complaint = { rest_pain = 1 },
  injury = { bears_weight = unknown },
  expect = asks "injury.bears_weight",
}
case "pain not asked" {
  complaint = { rest_pain = unknown },
  expect = asks "complaint.rest_pain",
}
