-- SPDX-License-Identifier: Apache-2.0
person {
  running = { planned_run_km = 5, longest_run_30d_km = 10 },
  complaint = { onset = "sudden" },
  injury = {
    mechanism = "sprint-or-overstretch",
    days_since = 7,
    pop = false,
    bruising = false,
    palpable_gap = false,
    knee_flexion_weakness = "none",
    cannot_sit = false,
    stiff_legged_gait = false,
  },
}

case "day 7" { expect = answer "stop-and-replan" }
case "day 8" { injury = { days_since = 8 }, expect = silent }
case "day not asked" {
  injury = { days_since = unknown },
  expect = presumed "stop-and-replan",
}
case "no event" {
  complaint = { onset = "gradual" },
  injury = { mechanism = "none" },
  expect = silent,
}
case "pop not asked" {
  complaint = { onset = "gradual" },
  injury = { pop = unknown },
  expect = asks "injury.pop",
}
