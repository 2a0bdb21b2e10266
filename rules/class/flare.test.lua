-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { rest_pain = 0 },
  rehab = {
    stage = 3,
    load_test_pain = 6,
    run_pain = 0,
    limping = false,
    flares_last_8_weeks = 0,
  },
  class = { asks_for = "runfit" },
}

case "load-test pain 6" { expect = answer "not-now" }
case "load-test pain 5" { rehab = { load_test_pain = 5 }, expect = silent }
case "rest pain 2" {
  complaint = { rest_pain = 2 },
  rehab = { load_test_pain = 2 },
  expect = answer "not-now",
}
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "limping not asked" {
  rehab = { load_test_pain = 2, limping = unknown },
  expect = asks "rehab.limping",
}
