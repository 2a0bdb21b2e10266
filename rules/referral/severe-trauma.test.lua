-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 34, sex = "male" },
  complaint = { sites = { "buttock" }, onset = "sudden", rest_pain = 8 },
  injury = { mechanism = "bike-crash", days_since = 2, bears_weight = true },
}

case "bike crash, pain 8" { expect = answer "emergency" }
case "car" { injury = { mechanism = "vehicle-collision" }, expect = answer "emergency" }
case "sport" { injury = { mechanism = "sporting-impact" }, expect = answer "emergency" }
case "height" { injury = { mechanism = "fall-from-height" }, expect = answer "emergency" }
case "a slip is another rule" { injury = { mechanism = "minor-slip" }, expect = silent }
case "pain 7" { complaint = { rest_pain = 7 }, expect = answer "emergency" }
case "pain 6" { complaint = { rest_pain = 6 }, expect = silent }
case "day 7" { injury = { days_since = 7 }, expect = answer "emergency" }
case "day 8" { injury = { days_since = 8 }, expect = silent }
case "day not asked" { injury = { days_since = unknown }, expect = presumed "emergency" }
case "pain not asked" {
  complaint = { rest_pain = unknown },
  expect = asks "complaint.rest_pain",
}
case "event not asked" { injury = { mechanism = unknown }, expect = asks "injury.mechanism" }
