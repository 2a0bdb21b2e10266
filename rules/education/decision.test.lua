-- SPDX-License-Identifier: Apache-2.0
-- The whole decision gives way to a referral of the same day or sooner.

person { patient = { high_stress = true } }

case "an emergency" {
  injury = { bears_weight = false },
  expect = decides { referral = "emergency", education = "suppressed" },
}
case "a doctor the same day" {
  screening = { coughing_blood = true },
  expect = decides { referral = "same-day", education = "suppressed" },
}
case "nothing known" {
  patient = { high_stress = unknown },
  expect = decides { education = "not-given" },
}
