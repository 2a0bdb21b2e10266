-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { sex = "female", pregnant_weeks = 1 },
  treatment = { considering = { "anti-inflammatories" } },
}

case "week 1" { expect = answer "caution" }
case "not pregnant" { patient = { pregnant_weeks = 0 }, expect = silent }
case "a man" { patient = { sex = "male" }, expect = silent }
case "undisclosed" { patient = { sex = "undisclosed" }, expect = answer "caution" }
case "weeks not asked" {
  patient = { pregnant_weeks = unknown },
  expect = asks "patient.pregnant_weeks",
}
case "sex not asked" { patient = { sex = unknown }, expect = asks "patient.sex" }
case "not asked about them" {
  treatment = { considering = { "shockwave" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
