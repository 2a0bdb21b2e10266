-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 2, load_test_pain = 4, settles_hours = 25 } }

case "pain 4, 25 hours" { expect = answer "regress" }
case "pain 5" { rehab = { load_test_pain = 5 }, expect = answer "regress" }
case "pain 3" { rehab = { load_test_pain = 3 }, expect = silent }
case "pain 6 is a flare" { rehab = { load_test_pain = 6 }, expect = silent }
case "24 hours" { rehab = { settles_hours = 24 }, expect = silent }
case "24.1 hours" { rehab = { settles_hours = 24.1 }, expect = answer "regress" }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "settling not asked" {
  rehab = { settles_hours = unknown },
  expect = asks "rehab.settles_hours",
}
