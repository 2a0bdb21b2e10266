-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/teenager: the scan has to follow it.
person {
  patient = { age_years = 14, sex = "male" },
  complaint = { sites = { "sit-bone" }, onset = "gradual" },
}

case "14, gradual, sit bone" { expect = answer "reasonable" }
case "buttock" { complaint = { sites = { "buttock" } }, expect = answer "reasonable" }
case "back of the thigh" {
  complaint = { sites = { "posterior-thigh" } },
  expect = answer "reasonable",
}
case "sacrum" { complaint = { sites = { "sacrum" } }, expect = answer "reasonable" }
case "low back" { complaint = { sites = { "low-back" } }, expect = answer "reasonable" }
case "knee only" { complaint = { sites = { "knee" } }, expect = silent }
case "sudden is the growth-plate rule" { complaint = { onset = "sudden" }, expect = silent }
case "age 17" { patient = { age_years = 17 }, expect = answer "reasonable" }
case "age 18" { patient = { age_years = 18 }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "onset not asked" { complaint = { onset = unknown }, expect = asks "complaint.onset" }
case "site not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
