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
}

case "a strain of 7 days" { expect = answer "contraindicated" }
case "8 days" { injury = { days_since = 8 }, expect = silent }
case "days not asked" {
  injury = { days_since = unknown },
  expect = presumed "contraindicated",
}
case "bruising not asked" {
  injury = { bruising = unknown },
  expect = presumed "contraindicated",
}
case "with bruising it is an avulsion" { injury = { bruising = true }, expect = silent }
case "a sudden slip" {
  injury = { mechanism = "minor-slip" },
  expect = answer "contraindicated",
}
case "a gradual sprint" { complaint = { onset = "gradual" }, expect = silent }
case "a gradual pop" {
  complaint = { onset = "gradual" },
  injury = { pop = true },
  expect = answer "contraindicated",
}
case "no event" { injury = { mechanism = "none" }, expect = silent }
case "event not asked" { injury = { mechanism = unknown }, expect = asks "injury.mechanism" }
