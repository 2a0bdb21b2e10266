-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 2, load_test_pain = 6 } }

case "pain 6" { expect = answer "flare-plan" }
case "pain 5" { rehab = { load_test_pain = 5 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "stage 0" { rehab = { stage = 0 }, expect = answer "flare-plan" }
case "not tested" {
  rehab = { load_test_pain = unknown },
  expect = asks "rehab.load_test_pain",
}
