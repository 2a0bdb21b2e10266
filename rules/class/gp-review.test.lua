-- SPDX-License-Identifier: Apache-2.0
person {
  screening = { unexplained_weight_loss = true },
  class = { asks_for = "runfit", medically_cleared = false },
}

case "weight loss" { expect = answer "medical-clearance-first" }
case "a teenager's sit bone" {
  patient = { age_years = 15 },
  complaint = { sites = { "sit-bone" }, onset = "gradual" },
  screening = { unexplained_weight_loss = false },
  expect = answer "medical-clearance-first",
}
case "cleared" { class = { medically_cleared = true }, expect = silent }
case "clearance not asked" {
  class = { medically_cleared = unknown },
  expect = presumed "medical-clearance-first",
}
case "weight not asked" {
  screening = { unexplained_weight_loss = unknown },
  expect = asks "screening.unexplained_weight_loss",
}
