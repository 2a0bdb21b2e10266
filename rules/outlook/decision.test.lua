-- SPDX-License-Identifier: Apache-2.0
-- The whole decision gives way to a referral of the same day or sooner.

person { complaint = { sites = { "sit-bone" } } }

case "an emergency" {
  injury = { bears_weight = false },
  expect = decides { referral = "emergency", outlook = "suppressed" },
}
case "a doctor the same day" {
  screening = { coughing_blood = true },
  expect = decides { referral = "same-day", outlook = "suppressed" },
}
case "a pattern that says neither" {
  patient = { age_years = 40 },
  complaint = {
    sites = { "buttock" },
    onset = "gradual",
    radiation = "none",
    aggravated_by = {},
  },
  examination = { seated_piriformis = false, slump = false },
  expect = decides { pattern = "undetermined", outlook = "not-given" },
}
