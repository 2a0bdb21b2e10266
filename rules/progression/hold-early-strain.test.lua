-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { onset = "sudden" },
  injury = {
    mechanism = "sprint-or-overstretch",
    days_since = 2,
    pop = false,
    bruising = false,
    palpable_gap = false,
    knee_flexion_weakness = "none",
    cannot_sit = false,
    stiff_legged_gait = false,
  },
}

case "a sprint two days ago" { expect = answer "hold" }
case "day 7" { injury = { days_since = 7 }, expect = answer "hold" }
case "day 8" { injury = { days_since = 8 }, expect = silent }
case "day not asked" { injury = { days_since = unknown }, expect = presumed "hold" }
case "bruising not asked" { injury = { bruising = unknown }, expect = presumed "hold" }
case "with a stage" { rehab = { stage = 3 }, expect = answer "hold" }
case "a slip" { injury = { mechanism = "minor-slip" }, expect = answer "hold" }
case "a pop, onset gradual" {
  complaint = { onset = "gradual" },
  injury = { pop = true },
  expect = answer "hold",
}
case "gradual, no pop" { complaint = { onset = "gradual" }, expect = silent }
case "bruising is more than a strain" { injury = { bruising = true }, expect = silent }
case "onset not asked" {
  complaint = { onset = unknown },
  expect = asks "complaint.onset",
}
