-- SPDX-License-Identifier: Apache-2.0
person {
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
  class = { asks_for = "other" },
}

case "day 7" { expect = answer "not-now" }
case "day 8" { injury = { days_since = 8 }, expect = silent }
case "day not asked" { injury = { days_since = unknown }, expect = presumed "not-now" }
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
