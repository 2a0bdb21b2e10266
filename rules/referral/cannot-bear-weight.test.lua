-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 68, sex = "female" },
  complaint = { sites = { "groin" } },
  injury = { mechanism = "minor-slip", bears_weight = false },
}

case "no four steps" { expect = answer "emergency" }
case "four steps" { injury = { bears_weight = true }, expect = silent }
case "steps not asked" {
  injury = { bears_weight = unknown },
  expect = asks "injury.bears_weight",
}
