-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { rest_pain = 0 },
  rehab = {
    stage = 2,
    load_test_pain = 2,
    run_pain = 2,
    limping = false,
    flares_last_8_weeks = 1,
  },
}

case "no row holds" { expect = silent }
case "load-test pain 6" { rehab = { load_test_pain = 6 }, expect = answer "flare-plan" }
case "pain at rest 2" { complaint = { rest_pain = 2 }, expect = answer "flare-plan" }
case "run pain 6" { rehab = { run_pain = 6 }, expect = answer "flare-plan" }
case "limping" { rehab = { limping = true }, expect = answer "flare-plan" }
case "three flares" { rehab = { flares_last_8_weeks = 3 }, expect = answer "flare-plan" }
case "rehabilitation not begun" {
  rehab = { stage = unknown, load_test_pain = 6, limping = true },
  expect = silent,
}
case "limping not asked" { rehab = { limping = unknown }, expect = asks "rehab.limping" }
