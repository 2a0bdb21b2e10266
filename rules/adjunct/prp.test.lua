-- SPDX-License-Identifier: Apache-2.0
person {
  treatment = { considering = { "prp-injection" } },
}

case "asked about" { expect = answer "caution" }
case "beside shockwave" {
  treatment = { considering = { "prp-injection", "shockwave" } },
  expect = answer "caution",
}
case "not asked about it" {
  treatment = { considering = { "shockwave" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
