-- SPDX-License-Identifier: Apache-2.0
person { treatment = { considering = { "shockwave" } } }

case "asked about" { expect = answer "option" }
case "beside something else" {
  treatment = { considering = { "mri", "shockwave" } },
  expect = answer "option",
}
case "something else" {
  treatment = { considering = { "anti-inflammatories" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
case "not given while red flags are open" { expect = decides { adjunct = "undetermined" } }
