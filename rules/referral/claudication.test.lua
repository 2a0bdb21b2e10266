-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 67, sex = "male" },
  complaint = { exertional_claudication = true },
}

case "yes" { expect = answer "gp-review" }
case "no" { complaint = { exertional_claudication = false }, expect = silent }
case "not asked" {
  complaint = { exertional_claudication = unknown },
  expect = asks "complaint.exertional_claudication",
}
