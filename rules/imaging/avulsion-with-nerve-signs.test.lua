-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/avulsion-with-nerve-signs: the scan has to follow it.
person {
  patient = { age_years = 49, sex = "female" },
  complaint = { sites = { "sit-bone", "posterior-thigh" }, onset = "gradual" },
  injury = {
    mechanism = "none",
    pop = false,
    bruising = false,
    palpable_gap = true,
    knee_flexion_weakness = "mild",
    cannot_sit = false,
    stiff_legged_gait = false,
  },
  screening = { leg_neurology = { "tingling-below-knee" } },
}

case "a gap with tingling" { expect = answer "warranted-now" }
case "a gap with lost feeling" {
  screening = { leg_neurology = { "sensory-loss" } },
  expect = answer "warranted-now",
}
case "bruising with tingling" {
  injury = { palpable_gap = false, bruising = true },
  expect = answer "warranted-now",
}
case "a pop and marked weakness with tingling" {
  injury = { palpable_gap = false, pop = true, knee_flexion_weakness = "marked" },
  expect = answer "warranted-now",
}
case "sudden and cannot sit with tingling" {
  complaint = { onset = "sudden" },
  injury = { palpable_gap = false, cannot_sit = true },
  expect = answer "warranted-now",
}
case "a slip and a stiff-legged walk with tingling" {
  injury = { palpable_gap = false, mechanism = "minor-slip", stiff_legged_gait = true },
  expect = answer "warranted-now",
}
case "no event: marked weakness is not enough" {
  injury = { palpable_gap = false, knee_flexion_weakness = "marked" },
  expect = silent,
}
case "no nerve signs is the this-week rule" {
  screening = { leg_neurology = {} },
  expect = silent,
}
case "no avulsion sign" { injury = { palpable_gap = false }, expect = silent }
case "sudden with a pop, but no sign" {
  complaint = { onset = "sudden" },
  injury = { pop = true, palpable_gap = false },
  expect = silent,
}
case "nerve signs not asked" {
  screening = { leg_neurology = unknown },
  expect = asks "screening.leg_neurology",
}
case "gap not looked for" {
  injury = { palpable_gap = unknown },
  expect = asks "injury.palpable_gap",
}
