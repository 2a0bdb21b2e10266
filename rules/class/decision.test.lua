-- SPDX-License-Identifier: Apache-2.0
-- The whole decision gives way to a referral of the same day or sooner.

person { class = { asks_for = "other" } }

case "an emergency" {
  injury = { bears_weight = false },
  expect = decides { referral = "emergency", class = "suppressed" },
}
case "a doctor the same day" {
  screening = { coughing_blood = true },
  expect = decides { referral = "same-day", class = "suppressed" },
}
case "another class, and nothing else known" {
  expect = decides { class = "other-class" },
}
case "no class" { class = { asks_for = "none" }, expect = decides { class = "not-asked" } }
case "nothing asked for" {
  class = { asks_for = unknown },
  expect = decides { class = "not-asked" },
}
case "a doctor this week" {
  class = { asks_for = "runfit" },
  screening = { growing_lump = true },
  expect = decides { class = "not-now" },
}
