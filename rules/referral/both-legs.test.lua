-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 38, sex = "female" },
  complaint = { sites = { "buttock" }, radiation = "both-legs", radiation_days = 20 },
}

case "20 days" { expect = answer "same-day" }
case "day 84" { complaint = { radiation_days = 84 }, expect = answer "same-day" }
case "day 85 is the gp-review rule" { complaint = { radiation_days = 85 }, expect = silent }
case "days not asked are held to be recent" {
  complaint = { radiation_days = unknown },
  expect = presumed "same-day",
}
case "one leg" { complaint = { radiation = "below-knee" }, expect = silent }
case "thigh only" { complaint = { radiation = "thigh" }, expect = silent }
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
