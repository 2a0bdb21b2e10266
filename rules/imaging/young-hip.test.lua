-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/young-hip: the scan has to follow it.
person {
  patient = { age_years = 13, sex = "male" },
  complaint = { sites = { "groin" } },
}

case "13, groin" { expect = answer "warranted-this-week" }
case "front of the hip" {
  complaint = { sites = { "anterior-hip" } },
  expect = answer "warranted-this-week",
}
case "pubic bone" { complaint = { sites = { "pubic" } }, expect = answer "warranted-this-week" }
case "sit bone only" { complaint = { sites = { "sit-bone" } }, expect = silent }
case "age 17" { patient = { age_years = 17 }, expect = answer "warranted-this-week" }
case "age 18" { patient = { age_years = 18 }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "site not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
