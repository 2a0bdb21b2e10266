-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 34, sex = "female" },
  complaint = { sites = { "groin" }, warm_up = "worsens" },
  rehab = { stage = 1 },
}

case "groin pain that worsens through the run" { expect = answer "stop-and-refer" }
case "without rehabilitation begun" {
  rehab = { stage = unknown },
  expect = answer "stop-and-refer",
}
case "pain on the outer hip only" {
  complaint = { sites = { "lateral-hip" } },
  expect = silent,
}
case "the site not asked" {
  complaint = { sites = unknown },
  expect = asks "complaint.sites",
}
