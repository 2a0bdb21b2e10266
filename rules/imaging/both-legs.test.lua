-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { sites = { "buttock" }, radiation = "both-legs", radiation_days = 30 },
}

case "pain in both legs for 30 days" { expect = answer "specialist-decides" }
case "84 days" { complaint = { radiation_days = 84 }, expect = answer "specialist-decides" }
case "85 days" { complaint = { radiation_days = 85 }, expect = answer "specialist-decides" }
case "days not asked" {
  complaint = { radiation_days = unknown },
  expect = presumed "specialist-decides",
}
case "below one knee" { complaint = { radiation = "below-knee" }, expect = silent }
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
case "every sign asked and absent" {
  screening = {
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    bilateral_leg_weakness = false,
    sexual_change = false,
  },
  expect = answer "specialist-decides",
}
