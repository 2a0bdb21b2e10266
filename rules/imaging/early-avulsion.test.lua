-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/early-avulsion: the scan has to follow it.
person {
  patient = { age_years = 41, sex = "male" },
  complaint = { sites = { "sit-bone" }, onset = "gradual" },
  injury = {
    mechanism = "none",
    days_since = 3,
    pop = true,
    bruising = false,
    palpable_gap = false,
    knee_flexion_weakness = "mild",
    cannot_sit = false,
    stiff_legged_gait = false,
  },
}

case "a pop and mild weakness on day 3" { expect = answer "warranted-this-week" }
case "day 7" { injury = { days_since = 7 }, expect = answer "warranted-this-week" }
case "day 8" { injury = { days_since = 8 }, expect = silent }
case "day not asked" { injury = { days_since = unknown }, expect = presumed "warranted-this-week" }
case "no weakness" { injury = { knee_flexion_weakness = "none" }, expect = silent }
case "marked weakness is the avulsion rule" {
  injury = { knee_flexion_weakness = "marked" },
  expect = silent,
}
case "bruising is the avulsion rule" { injury = { bruising = true }, expect = silent }
case "a gap is the avulsion rule" { injury = { palpable_gap = true }, expect = silent }
case "cannot sit is the avulsion rule" { injury = { cannot_sit = true }, expect = silent }
case "a stiff-legged walk is the avulsion rule" {
  injury = { stiff_legged_gait = true },
  expect = silent,
}
case "signs not looked for" {
  injury = { bruising = unknown, palpable_gap = unknown },
  expect = presumed "warranted-this-week",
}
case "no pop, an ordinary sudden strain" {
  complaint = { onset = "sudden" },
  injury = { mechanism = "sprint-or-overstretch", pop = false },
  expect = silent,
}
case "pop not asked" { injury = { pop = unknown }, expect = asks "injury.pop" }
case "strength not tested" {
  injury = { knee_flexion_weakness = unknown },
  expect = asks "injury.knee_flexion_weakness",
}
