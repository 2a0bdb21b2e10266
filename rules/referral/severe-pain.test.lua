-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 44, sex = "female" },
  complaint = { rest_pain = 7 },
}

case "7" { expect = answer "gp-review" }
case "6" { complaint = { rest_pain = 6 }, expect = silent }
case "10" { complaint = { rest_pain = 10 }, expect = answer "gp-review" }
case "not asked" {
  complaint = { rest_pain = unknown },
  expect = asks "complaint.rest_pain",
}
