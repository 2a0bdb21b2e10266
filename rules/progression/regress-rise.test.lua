-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 3, rise_from_baseline = 3 } }

case "up by 3" { expect = answer "regress" }
case "up by 2" { rehab = { rise_from_baseline = 2 }, expect = silent }
case "down by 3" { rehab = { rise_from_baseline = -3 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "not asked" {
  rehab = { rise_from_baseline = unknown },
  expect = asks "rehab.rise_from_baseline",
}
