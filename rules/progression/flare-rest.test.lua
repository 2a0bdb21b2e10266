-- SPDX-License-Identifier: Apache-2.0
person { complaint = { rest_pain = 2 }, rehab = { stage = 1 } }

case "rest pain 2 at stage 1" { expect = answer "flare-plan" }
case "rest pain 1" { complaint = { rest_pain = 1 }, expect = silent }
case "stage 0" { rehab = { stage = 0 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "rest pain not asked" {
  complaint = { rest_pain = unknown },
  expect = asks "complaint.rest_pain",
}
