-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 61, sex = "male" },
  screening = { unexplained_weight_loss = true },
}

case "yes" { expect = answer "gp-review" }
case "no, or on purpose" { screening = { unexplained_weight_loss = false }, expect = silent }
case "not asked" {
  screening = { unexplained_weight_loss = unknown },
  expect = asks "screening.unexplained_weight_loss",
}
