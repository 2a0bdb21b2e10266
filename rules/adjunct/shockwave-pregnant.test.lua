-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { sex = "female", pregnant_weeks = 1 },
  treatment = { considering = { "shockwave" } },
}

case "week 1" { expect = answer "contraindicated" }
case "not pregnant" { patient = { pregnant_weeks = 0 }, expect = silent }
case "a man" { patient = { sex = "male" }, expect = silent }
case "undisclosed" { patient = { sex = "undisclosed" }, expect = answer "contraindicated" }
case "weeks not asked" {
  patient = { pregnant_weeks = unknown },
  expect = asks "patient.pregnant_weeks",
}
case "sex not asked" { patient = { sex = unknown }, expect = asks "patient.sex" }
case "not asked about shockwave" {
  treatment = { considering = { "prp-injection" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
