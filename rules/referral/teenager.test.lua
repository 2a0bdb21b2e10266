-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 14, sex = "male" },
  complaint = { sites = { "sit-bone" }, onset = "gradual" },
}

case "14, gradual, sit bone" { expect = answer "gp-review" }
case "buttock" { complaint = { sites = { "buttock" } }, expect = answer "gp-review" }
case "back of the thigh" {
  complaint = { sites = { "posterior-thigh" } },
  expect = answer "gp-review",
}
case "sacrum" { complaint = { sites = { "sacrum" } }, expect = answer "gp-review" }
case "low back" { complaint = { sites = { "low-back" } }, expect = answer "gp-review" }
case "knee only" { complaint = { sites = { "knee" } }, expect = silent }
case "sudden is the growth-plate rule" { complaint = { onset = "sudden" }, expect = silent }
case "age 17" { patient = { age_years = 17 }, expect = answer "gp-review" }
case "age 18" { patient = { age_years = 18 }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "onset not asked" { complaint = { onset = unknown }, expect = asks "complaint.onset" }
case "site not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
