-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 48, sex = "female" },
  screening = { leg_neurology = { "sensory-loss" } },
}

case "lost feeling" { expect = answer "gp-review" }
case "with tingling too" {
  screening = { leg_neurology = { "sensory-loss", "tingling-below-knee" } },
  expect = answer "gp-review",
}
case "tingling alone" {
  screening = { leg_neurology = { "tingling-below-knee" } },
  expect = silent,
}
case "none" { screening = { leg_neurology = {} }, expect = silent }
case "not asked" {
  screening = { leg_neurology = unknown },
  expect = asks "screening.leg_neurology",
}
