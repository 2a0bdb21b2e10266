-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 2, flares_last_8_weeks = 3 } }

case "three flares" { expect = answer "flare-plan" }
case "two flares" { rehab = { flares_last_8_weeks = 2 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "not asked" {
  rehab = { flares_last_8_weeks = unknown },
  expect = asks "rehab.flares_last_8_weeks",
}
