-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 39, sex = "male" },
  complaint = { sites = { "low-back", "buttock" }, radiation = "both-legs" },
  screening = {
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    bilateral_leg_weakness = false,
    sexual_change = true,
    cauda_equina_days = 5,
  },
}

case "with pain in both legs" { expect = answer "emergency" }
case "with bladder change" {
  complaint = { radiation = "none" },
  screening = { bladder_change = true },
  expect = answer "emergency",
}
case "with numbness between the legs" {
  complaint = { radiation = "none" },
  screening = { saddle_numbness = true },
  expect = answer "emergency",
}
case "with bowel change" {
  complaint = { radiation = "none" },
  screening = { bowel_change = true },
  expect = answer "emergency",
}
case "with weakness in both legs" {
  complaint = { radiation = "none" },
  screening = { bilateral_leg_weakness = true },
  expect = answer "emergency",
}
case "alone it is another rule" { complaint = { radiation = "none" }, expect = silent }
case "no sexual change" { screening = { sexual_change = false }, expect = silent }
case "day 14" { screening = { cauda_equina_days = 14 }, expect = answer "emergency" }
case "day 15" { screening = { cauda_equina_days = 15 }, expect = silent }
case "days not asked" {
  screening = { cauda_equina_days = unknown },
  expect = presumed "emergency",
}
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
case "sexual change not asked" {
  screening = { sexual_change = unknown },
  expect = asks "screening.sexual_change",
}
case "bowel not asked" {
  complaint = { radiation = "thigh" },
  screening = { bowel_change = unknown },
  expect = asks "screening.bowel_change",
}
