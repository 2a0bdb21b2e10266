-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 2, load_test_pain = 3, settles_hours = 30 } }

case "pain 3, 30 hours" { expect = answer "hold" }
case "pain 4" { rehab = { load_test_pain = 4 }, expect = silent }
case "24 hours" { rehab = { settles_hours = 24 }, expect = silent }
case "24.1 hours" { rehab = { settles_hours = 24.1 }, expect = answer "hold" }
case "48 hours" { rehab = { settles_hours = 48 }, expect = answer "hold" }
case "48.1 hours" { rehab = { settles_hours = 48.1 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "pain not asked" {
  rehab = { load_test_pain = unknown },
  expect = asks "rehab.load_test_pain",
}
