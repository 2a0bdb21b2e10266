-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 64, sex = "female" },
  complaint = { radiation = "both-legs", radiation_days = 200 },
}

case "200 days" { expect = answer "gp-review" }
case "day 85" { complaint = { radiation_days = 85 }, expect = answer "gp-review" }
case "day 84 is the same-day rule" { complaint = { radiation_days = 84 }, expect = silent }
case "one leg" { complaint = { radiation = "thigh" }, expect = silent }
case "days not asked" {
  complaint = { radiation_days = unknown },
  expect = asks "complaint.radiation_days",
}
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
