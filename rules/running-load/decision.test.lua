-- SPDX-License-Identifier: Apache-2.0
-- The whole decision gives way to a referral of the same day or sooner.

person { running = { planned_run_km = 5 } }

case "an emergency" {
  injury = { bears_weight = false },
  expect = decides { referral = "emergency", ["running-load"] = "suppressed" },
}
case "a doctor the same day" {
  screening = { coughing_blood = true },
  expect = decides { referral = "same-day", ["running-load"] = "suppressed" },
}
case "nothing known but the plan" {
  expect = decides { ["running-load"] = "undetermined" },
}
case "no run planned" {
  running = { planned_run_km = unknown },
  expect = decides { ["running-load"] = "not-asked" },
}
case "more than twice as long" {
  running = { planned_run_km = 21, longest_run_30d_km = 10 },
  expect = decides { ["running-load"] = "stop-and-replan" },
}
case "40 % longer" {
  running = { planned_run_km = 14, longest_run_30d_km = 10 },
  expect = decides { ["running-load"] = "strong-caution" },
}
case "20 % longer" {
  running = { planned_run_km = 12, longest_run_30d_km = 10 },
  expect = decides { ["running-load"] = "caution" },
}
