-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 3, run_pain = 6 } }

case "run pain 6" { expect = answer "flare-plan" }
case "run pain 5" { rehab = { run_pain = 5 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "run pain not asked" {
  rehab = { run_pain = unknown },
  expect = asks "rehab.run_pain",
}
