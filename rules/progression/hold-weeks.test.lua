-- SPDX-License-Identifier: Apache-2.0
person {
  rehab = { stage = 2, load_test_pain = 3, settles_hours = 24, weeks_stable = 1.9 },
}

case "1.9 weeks" { expect = answer "hold" }
case "2 weeks" { rehab = { weeks_stable = 2 }, expect = silent }
case "pain 4" { rehab = { load_test_pain = 4 }, expect = silent }
case "24.1 hours" { rehab = { settles_hours = 24.1 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "weeks not asked" {
  rehab = { weeks_stable = unknown },
  expect = asks "rehab.weeks_stable",
}
