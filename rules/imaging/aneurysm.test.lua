-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/aneurysm: the scan has to follow it.
person {
  patient = { age_years = 71, sex = "male" },
  complaint = { sites = { "low-back" }, onset = "sudden" },
  screening = { faint_or_breathless = "last-3-days" },
}

case "71, sudden low-back pain, a faint yesterday" { expect = answer "warranted-now" }
case "groin" { complaint = { sites = { "groin" } }, expect = answer "warranted-now" }
case "buttock" { complaint = { sites = { "buttock" } }, expect = answer "warranted-now" }
case "sit bone only" { complaint = { sites = { "sit-bone" } }, expect = silent }
case "age 60" { patient = { age_years = 60 }, expect = answer "warranted-now" }
case "age 59" { patient = { age_years = 59 }, expect = silent }
case "gradual" { complaint = { onset = "gradual" }, expect = silent }
case "faint within 12 hours" {
  screening = { faint_or_breathless = "now-or-last-12-hours" },
  expect = answer "warranted-now",
}
case "an older faint" {
  screening = { faint_or_breathless = "older-unexplained" },
  expect = silent,
}
case "no faint" { screening = { faint_or_breathless = "none" }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "onset not asked" {
  complaint = { onset = unknown },
  expect = asks "complaint.onset",
}
case "site not asked" {
  complaint = { sites = unknown },
  expect = asks "complaint.sites",
}
case "faint not asked" {
  screening = { faint_or_breathless = unknown },
  expect = asks "screening.faint_or_breathless",
}
