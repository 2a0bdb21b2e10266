-- SPDX-License-Identifier: Apache-2.0
person {
  screening = { dvt_signs = { "active-cancer" } },
  treatment = { considering = { "shockwave" } },
}

case "active cancer" { expect = answer "contraindicated" }
case "cancer in the past" {
  screening = { dvt_signs = {}, cancer_history = true },
  expect = silent,
}
case "another clot item" { screening = { dvt_signs = { "previous-dvt" } }, expect = silent }
case "items not asked" {
  screening = { dvt_signs = unknown },
  expect = asks "screening.dvt_signs",
}
case "not asked about shockwave" {
  treatment = { considering = { "prp-injection" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
