-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { sex = "male", medications = {} },
  treatment = { considering = { "anti-inflammatories" } },
}

case "asked about" { expect = answer "option" }
case "something else" { treatment = { considering = { "shockwave" } }, expect = silent }
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
case "an option once nothing speaks against them" { expect = decides { adjunct = "option" } }
case "not given before medicines are known" {
  patient = { medications = unknown },
  expect = decides { adjunct = "undetermined" },
}
