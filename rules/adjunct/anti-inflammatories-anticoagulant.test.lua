-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { medications = { "anticoagulant" } },
  treatment = { considering = { "anti-inflammatories" } },
}

case "a blood thinner" { expect = answer "caution" }
case "a statin" { patient = { medications = { "statin" } }, expect = silent }
case "no medicines" { patient = { medications = {} }, expect = silent }
case "medicines not asked" {
  patient = { medications = unknown },
  expect = asks "patient.medications",
}
case "not asked about them" {
  treatment = { considering = { "shockwave" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
