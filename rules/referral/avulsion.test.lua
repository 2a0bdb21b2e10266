-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 47, sex = "female" },
  complaint = { sites = { "sit-bone" }, onset = "sudden" },
  injury = {
    mechanism = "sprint-or-overstretch",
    pop = true,
    bruising = false,
    palpable_gap = false,
    knee_flexion_weakness = "marked",
    cannot_sit = false,
    stiff_legged_gait = false,
  },
}

case "a pop and marked weakness" { expect = answer "this-week" }
case "mild weakness and no other sign" {
  injury = { knee_flexion_weakness = "mild" },
  expect = silent,
}
case "cannot sit" {
  injury = { knee_flexion_weakness = "none", cannot_sit = true },
  expect = answer "this-week",
}
case "stiff-legged walk" {
  injury = { knee_flexion_weakness = "none", stiff_legged_gait = true },
  expect = answer "this-week",
}
case "sudden only" { injury = { mechanism = "none", pop = false }, expect = answer "this-week" }
case "a pop only" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "none" },
  expect = answer "this-week",
}
case "an event only" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "minor-slip", pop = false },
  expect = answer "this-week",
}
case "a big trauma only" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "sporting-impact", pop = false },
  expect = answer "this-week",
}
case "marked weakness without an event" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "none", pop = false },
  expect = silent,
}
case "a gap alone" {
  complaint = { onset = "gradual" },
  injury = {
    mechanism = "none",
    pop = false,
    palpable_gap = true,
    knee_flexion_weakness = "none",
  },
  expect = answer "this-week",
}
case "bruising alone" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "none", pop = false, bruising = true, knee_flexion_weakness = "none" },
  expect = answer "this-week",
}
case "no sign at all" { injury = { knee_flexion_weakness = "none" }, expect = silent }
case "gap not looked for" {
  injury = { palpable_gap = unknown, knee_flexion_weakness = "none" },
  expect = asks "injury.palpable_gap",
}
case "strength not tested" {
  injury = { knee_flexion_weakness = unknown },
  expect = asks "injury.knee_flexion_weakness",
}
case "onset, event and pop not asked" {
  complaint = { onset = unknown },
  injury = { mechanism = unknown, pop = unknown },
  expect = asks "injury.pop",
}
case "a car crash only" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "vehicle-collision", pop = false },
  expect = answer "this-week",
}
case "a bike crash only" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "bike-crash", pop = false },
  expect = answer "this-week",
}
case "a fall from height only" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "fall-from-height", pop = false },
  expect = answer "this-week",
}
