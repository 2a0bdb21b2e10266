-- SPDX-License-Identifier: Apache-2.0
person {
  rehab = { stage = 2, load_test_pain = 3, settles_hours = 24, weeks_stable = 2 },
}

case "pain 3, 24 hours, 2 weeks" { expect = answer "progress" }
case "pain 4" { rehab = { load_test_pain = 4 }, expect = silent }
case "24.1 hours" { rehab = { settles_hours = 24.1 }, expect = silent }
case "1.9 weeks" { rehab = { weeks_stable = 1.9 }, expect = silent }
case "stage 0" { rehab = { stage = 0 }, expect = answer "progress" }
case "stage 4 stays 4" { rehab = { stage = 4 }, expect = answer "progress" }
case "tender to touch" {
  examination = { sit_bone_tenderness = true },
  expect = answer "progress",
}
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "weeks not asked" {
  rehab = { weeks_stable = unknown },
  expect = asks "rehab.weeks_stable",
}
