-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 57, sex = "female" },
  complaint = { sites = { "sit-bone" } },
  screening = { cancer_history = true, dvt_signs = {} },
}

case "cancer, now or in the past" { expect = answer "gp-review" }
case "the clot items not asked" {
  screening = { dvt_signs = unknown },
  expect = answer "gp-review",
}
case "active cancer among the clot signs" {
  screening = { cancer_history = false, dvt_signs = { "active-cancer" } },
  expect = answer "gp-review",
}
case "another clot item" {
  screening = { cancer_history = false, dvt_signs = { "previous-dvt" } },
  expect = silent,
}
case "none" { screening = { cancer_history = false }, expect = silent }
case "not asked" {
  screening = { cancer_history = unknown },
  expect = asks "screening.cancer_history",
}
