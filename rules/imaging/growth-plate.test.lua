-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/growth-plate: the scan has to follow it.
person {
  patient = { age_years = 15, sex = "male" },
  complaint = { sites = { "sit-bone" }, onset = "sudden" },
  injury = { mechanism = "none", pop = false },
}

case "15, sudden, sit bone" { expect = answer "warranted-this-week" }
case "age 25" { patient = { age_years = 25 }, expect = answer "warranted-this-week" }
case "age 26" { patient = { age_years = 26 }, expect = silent }
case "buttock" { complaint = { sites = { "buttock" } }, expect = answer "warranted-this-week" }
case "back of the thigh" {
  complaint = { sites = { "posterior-thigh" } },
  expect = answer "warranted-this-week",
}
case "groin" { complaint = { sites = { "groin" } }, expect = answer "warranted-this-week" }
case "front of the hip" {
  complaint = { sites = { "anterior-hip" } },
  expect = answer "warranted-this-week",
}
case "pubic bone" { complaint = { sites = { "pubic" } }, expect = answer "warranted-this-week" }
case "knee only" { complaint = { sites = { "knee" } }, expect = silent }
case "gradual, with a pop" {
  complaint = { onset = "gradual" },
  injury = { pop = true },
  expect = answer "warranted-this-week",
}
case "gradual, with an overstretch" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "sprint-or-overstretch" },
  expect = answer "warranted-this-week",
}
case "gradual, no event, no pop" { complaint = { onset = "gradual" }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "onset not asked" { complaint = { onset = unknown }, expect = asks "complaint.onset" }
case "site not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
