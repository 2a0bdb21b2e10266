-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 44, sex = "female" },
  complaint = { sites = { "buttock", "low-back" }, radiation = "thigh" },
  screening = {
    saddle_numbness = true,
    bladder_change = false,
    bowel_change = false,
    bilateral_leg_weakness = false,
    cauda_equina_days = 3,
  },
}

case "numbness between the legs for 3 days" { expect = answer "emergency" }
case "bladder change is enough alone" {
  screening = { saddle_numbness = false, bladder_change = true },
  expect = answer "emergency",
}
case "bowel change is enough alone" {
  screening = { saddle_numbness = false, bowel_change = true },
  expect = answer "emergency",
}
case "weakness in both legs is enough alone" {
  screening = { saddle_numbness = false, bilateral_leg_weakness = true },
  expect = answer "emergency",
}
case "one sign stands though the others were not asked" {
  screening = { bladder_change = unknown, bowel_change = unknown },
  expect = answer "emergency",
}
case "day 14 counts" { screening = { cauda_equina_days = 14 }, expect = answer "emergency" }
case "day 15 is the same-day rule" { screening = { cauda_equina_days = 15 }, expect = silent }
case "began today" { screening = { cauda_equina_days = 0 }, expect = answer "emergency" }
case "days not asked are held to be recent" {
  screening = { cauda_equina_days = unknown },
  expect = presumed "emergency",
}
case "none of the four" { screening = { saddle_numbness = false }, expect = silent }
case "numbness not asked" {
  screening = { saddle_numbness = unknown },
  expect = asks "screening.saddle_numbness",
}
case "bladder not asked" {
  screening = { saddle_numbness = false, bladder_change = unknown },
  expect = asks "screening.bladder_change",
}
