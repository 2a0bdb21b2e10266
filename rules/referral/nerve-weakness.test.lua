-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 53, sex = "female" },
  screening = { leg_neurology = { "gait-change" } },
}

case "a changed walk" { expect = answer "this-week" }
case "a weak limb" {
  screening = { leg_neurology = { "limb-weakness" } },
  expect = answer "this-week",
}
case "lost feeling alone is the gp-review rule" {
  screening = { leg_neurology = { "sensory-loss" } },
  expect = silent,
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
