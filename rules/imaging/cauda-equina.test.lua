-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 51, sex = "female" },
  complaint = { sites = { "buttock", "low-back" }, radiation = "thigh" },
  screening = {
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    sexual_change = false,
    bilateral_leg_weakness = false,
    cauda_equina_days = 14,
  },
}

case "no sign, one leg" { expect = silent }
case "numbness between the legs for 14 days" {
  screening = { saddle_numbness = true },
  expect = answer "warranted-now",
}
case "bladder change" {
  screening = { bladder_change = true },
  expect = answer "warranted-now",
}
case "bowel change" { screening = { bowel_change = true }, expect = answer "warranted-now" }
case "weakness in both legs" {
  screening = { bilateral_leg_weakness = true },
  expect = answer "warranted-now",
}
case "numbness for 15 days is another rule" {
  screening = { saddle_numbness = true, cauda_equina_days = 15 },
  expect = silent,
}
case "numbness, days not asked" {
  screening = { saddle_numbness = true, cauda_equina_days = unknown },
  expect = presumed "warranted-now",
}
case "sexual change alone" { screening = { sexual_change = true }, expect = silent }
case "sexual change with pain in both legs" {
  complaint = { radiation = "both-legs" },
  screening = { sexual_change = true },
  expect = answer "warranted-now",
}
case "sexual change with bladder change, 15 days" {
  screening = { sexual_change = true, bladder_change = true, cauda_equina_days = 15 },
  expect = silent,
}
case "pain in both legs, every sign absent" {
  complaint = { radiation = "both-legs" },
  expect = silent,
}
case "pain in both legs, one sign not asked" {
  complaint = { radiation = "both-legs" },
  screening = { bowel_change = unknown },
  expect = presumed "warranted-now",
}
case "pain in both legs with old numbness" {
  complaint = { radiation = "both-legs" },
  screening = { saddle_numbness = true, cauda_equina_days = 15 },
  expect = answer "warranted-now",
}
case "bladder not asked" {
  screening = { bladder_change = unknown },
  expect = asks "screening.bladder_change",
}
case "radiation not asked" {
  complaint = { radiation = unknown },
  screening = { sexual_change = true },
  expect = asks "complaint.radiation",
}
