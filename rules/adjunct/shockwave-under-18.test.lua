-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 17 },
  treatment = { considering = { "shockwave" } },
}

case "17" { expect = answer "caution" }
case "18" { patient = { age_years = 18 }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "not asked about shockwave" {
  treatment = { considering = { "prp-injection" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
