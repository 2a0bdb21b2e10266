-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 25 },
  complaint = { sites = { "sit-bone" }, onset = "sudden" },
  injury = { mechanism = "none", pop = false },
  treatment = { considering = { "shockwave" } },
}

case "a sudden pull at 25" { expect = answer "contraindicated" }
case "26" { patient = { age_years = 26 }, expect = silent }
case "gradual" { complaint = { onset = "gradual" }, expect = silent }
case "gradual with a pop" {
  complaint = { onset = "gradual" },
  injury = { pop = true },
  expect = answer "contraindicated",
}
case "outer hip" { complaint = { sites = { "lateral-hip" } }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "not asked about shockwave" {
  treatment = { considering = { "prp-injection" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
