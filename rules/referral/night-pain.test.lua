-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 44, sex = "female" },
  complaint = { night_pain = "constant" },
}

case "constant" { expect = answer "gp-review" }
case "prevents sleep" {
  complaint = { night_pain = "prevents-sleep" },
  expect = answer "gp-review",
}
case "aching" { complaint = { night_pain = "aching" }, expect = silent }
case "only when lying on it" { complaint = { night_pain = "lying-on-it" }, expect = silent }
case "none" { complaint = { night_pain = "none" }, expect = silent }
case "not asked" {
  complaint = { night_pain = unknown },
  expect = asks "complaint.night_pain",
}
