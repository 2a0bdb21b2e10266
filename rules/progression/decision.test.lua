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
case "a load test that hurts a lot" {
  rehab = { load_test_pain = 6 },
  expect = decides { progression = "flare-plan" },
}
case "a rise of more than 2" {
  rehab = { rise_from_baseline = 3 },
  expect = decides { progression = "regress" },
}
case "settled only on the second day" {
  rehab = { load_test_pain = 2, settles_hours = 30, rise_from_baseline = 0 },
  expect = decides { progression = "hold" },
}
case "two calm weeks" {
  rehab = { load_test_pain = 2, settles_hours = 12, weeks_stable = 2 },
  expect = decides { progression = "progress" },
}
case "ready to run" {
  patient = { sex = "male" },
  complaint = { rest_pain = 0 },
  rehab = { stage = 3, load_test_pain = 2, settles_hours = 12, weeks_stable = 2 },
  strength = { walk_30min_pain = 1, single_leg_bridge_reps = 22 },
  expect = decides { progression = "return-to-run" },
}
case "not begun, and it looks like the tendon" {
  complaint = { sites = { "sit-bone" }, aggravated_by = { "running" } },
  rehab = { stage = unknown },
  expect = decides { progression = "start" },
}
