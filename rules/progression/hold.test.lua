-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { onset = "gradual" },
  injury = { mechanism = "none", pop = false },
  rehab = {
    stage = 2,
    load_test_pain = 2,
    settles_hours = 12,
    weeks_stable = 3,
    run_pain = 2,
  },
}

case "no row holds" { expect = silent }
case "pain 4, settles in 12 hours" {
  rehab = { load_test_pain = 4 },
  expect = answer "hold",
}
case "settles in 30 hours" { rehab = { settles_hours = 30 }, expect = answer "hold" }
case "steady for one week" { rehab = { weeks_stable = 1 }, expect = answer "hold" }
case "run pain 4" { rehab = { run_pain = 4 }, expect = answer "hold" }
case "rehabilitation not begun" {
  rehab = { stage = unknown, weeks_stable = 1 },
  expect = silent,
}
case "weeks not asked" {
  rehab = { weeks_stable = unknown },
  expect = asks "rehab.weeks_stable",
}
case "beside an early strain" {
  complaint = { onset = "sudden" },
  injury = { mechanism = "sprint-or-overstretch", days_since = 3 },
  rehab = { weeks_stable = 1 },
  expect = answer "hold",
}
