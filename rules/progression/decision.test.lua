-- SPDX-License-Identifier: Apache-2.0
-- The whole decision gives way to a referral of the same day or sooner.

person { rehab = { stage = 2 } }

case "an emergency" {
  injury = { bears_weight = false },
  expect = decides { referral = "emergency", progression = "suppressed" },
}
case "a doctor the same day" {
  screening = { coughing_blood = true },
  expect = decides { referral = "same-day", progression = "suppressed" },
}
case "a doctor this week" {
  screening = { growing_lump = true },
  expect = decides { progression = "stop-and-refer" },
}
case "nothing known but the stage" { expect = decides { progression = "ask" } }
