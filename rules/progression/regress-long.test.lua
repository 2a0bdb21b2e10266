-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 2, load_test_pain = 1, settles_hours = 49 } }

case "49 hours" { expect = answer "regress" }
case "48 hours" { rehab = { settles_hours = 48 }, expect = silent }
case "48.1 hours" { rehab = { settles_hours = 48.1 }, expect = answer "regress" }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "not asked" {
  rehab = { settles_hours = unknown },
  expect = asks "rehab.settles_hours",
}
