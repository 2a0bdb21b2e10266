-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 51, sex = "female" },
  complaint = { sites = { "buttock" }, radiation = "both-legs", radiation_days = 4 },
  screening = {
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    bilateral_leg_weakness = false,
    sexual_change = true,
  },
}

case "with sexual change" { expect = answer "emergency" }
case "with numbness between the legs" {
  screening = { saddle_numbness = true, sexual_change = false },
  expect = answer "emergency",
}
case "with bladder change" {
  screening = { bladder_change = true, sexual_change = false },
  expect = answer "emergency",
}
case "with bowel change" {
  screening = { bowel_change = true, sexual_change = false },
  expect = answer "emergency",
}
case "with weakness in both legs" {
  screening = { bilateral_leg_weakness = true, sexual_change = false },
  expect = answer "emergency",
}
case "nothing asked yet" {
  screening = {
    saddle_numbness = unknown,
    bladder_change = unknown,
    bowel_change = unknown,
    bilateral_leg_weakness = unknown,
    sexual_change = unknown,
  },
  expect = presumed "emergency",
}
case "one of the five not asked" {
  screening = { bowel_change = unknown, sexual_change = false },
  expect = presumed "emergency",
}
case "all five asked, none there" { screening = { sexual_change = false }, expect = silent }
case "one leg only" { complaint = { radiation = "below-knee" }, expect = silent }
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
