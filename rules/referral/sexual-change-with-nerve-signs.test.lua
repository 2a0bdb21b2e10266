-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 42, sex = "male" },
  complaint = { sites = { "buttock" }, radiation = "below-knee" },
  screening = { sexual_change = true, cauda_equina_days = 6, leg_neurology = {} },
}

case "with pain below the knee" { expect = answer "same-day" }
case "with tingling" {
  complaint = { radiation = "thigh" },
  screening = { leg_neurology = { "tingling-below-knee" } },
  expect = answer "same-day",
}
case "with lost feeling" {
  complaint = { radiation = "none" },
  screening = { leg_neurology = { "sensory-loss" } },
  expect = answer "same-day",
}
case "with neither" { complaint = { radiation = "thigh" }, expect = silent }
case "no sexual change" { screening = { sexual_change = false }, expect = silent }
case "day 14" { screening = { cauda_equina_days = 14 }, expect = answer "same-day" }
case "day 15" { screening = { cauda_equina_days = 15 }, expect = silent }
case "days not asked" {
  screening = { cauda_equina_days = unknown },
  expect = presumed "same-day",
}
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
case "nerve signs not asked" {
  complaint = { radiation = "none" },
  screening = { leg_neurology = unknown },
  expect = asks "screening.leg_neurology",
}
