-- SPDX-License-Identifier: Apache-2.0
person { screening = { leg_neurology = { "limb-weakness" } } }

case "a weak limb" { expect = answer "specialist-decides" }
case "the walk has changed" {
  screening = { leg_neurology = { "gait-change" } },
  expect = answer "specialist-decides",
}
case "lost feeling" {
  screening = { leg_neurology = { "sensory-loss" } },
  expect = answer "specialist-decides",
}
case "tingling only" {
  screening = { leg_neurology = { "tingling-below-knee" } },
  expect = silent,
}
case "none" { screening = { leg_neurology = {} }, expect = silent }
case "not asked" {
  screening = { leg_neurology = unknown },
  expect = asks "screening.leg_neurology",
}
