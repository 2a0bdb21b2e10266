-- SPDX-License-Identifier: Apache-2.0
person {
  running = { planned_run_km = 5, longest_run_30d_km = 10 },
  complaint = { rest_pain = 0 },
  rehab = {
    stage = 3,
    load_test_pain = 6,
    run_pain = 0,
    limping = false,
    flares_last_8_weeks = 0,
  },
}

case "load-test pain 6" { expect = answer "stop-and-replan" }
case "load-test pain 5" { rehab = { load_test_pain = 5 }, expect = silent }
case "limping" {
  rehab = { load_test_pain = 2, limping = true },
  expect = answer "stop-and-replan",
}
case "limping not asked" {
  rehab = { load_test_pain = 2, limping = unknown },
  expect = asks "rehab.limping",
}
