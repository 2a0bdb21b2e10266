-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 62, sex = "female", medications = { "fluoroquinolone-now" } },
  complaint = { sites = { "sit-bone" } },
}

case "now, sit bone" { expect = answer "same-day" }
case "within 60 days" {
  patient = { medications = { "fluoroquinolone-last-60-days" } },
  expect = answer "same-day",
}
case "buttock" { complaint = { sites = { "buttock" } }, expect = answer "same-day" }
case "back of the thigh" {
  complaint = { sites = { "posterior-thigh" } },
  expect = answer "same-day",
}
case "calf" { complaint = { sites = { "calf" } }, expect = answer "same-day" }
case "knee only" { complaint = { sites = { "knee" } }, expect = silent }
case "another medicine" { patient = { medications = { "statin" } }, expect = silent }
case "no medicine" { patient = { medications = {} }, expect = silent }
case "medicines not asked" {
  patient = { medications = unknown },
  expect = asks "patient.medications",
}
case "sites not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
