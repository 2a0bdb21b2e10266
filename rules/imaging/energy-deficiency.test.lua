-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/energy-deficiency: the scan has to follow it.
person {
  patient = {
    age_years = 26,
    sex = "female",
    bmi = 20,
    menopause = "pre",
    pregnant_weeks = 0,
    gave_birth_last_3_years = false,
  },
  screening = { missed_periods = 3, stress_fracture_history = "none" },
}

case "3 missed periods" { expect = answer "specialist-decides" }
case "2 missed periods" { screening = { missed_periods = 2 }, expect = silent }
case "12 missed periods" { screening = { missed_periods = 12 }, expect = answer "specialist-decides" }
case "perimenopause still counts" {
  patient = { menopause = "peri" },
  expect = answer "specialist-decides",
}
case "menopause not applicable still counts" {
  patient = { menopause = "not-applicable" },
  expect = answer "specialist-decides",
}
case "after menopause" { patient = { menopause = "post" }, expect = silent }
case "menopause not asked" { patient = { menopause = unknown }, expect = presumed "specialist-decides" }
case "1 week pregnant" { patient = { pregnant_weeks = 1 }, expect = silent }
case "pregnancy not asked" {
  patient = { pregnant_weeks = unknown },
  expect = presumed "specialist-decides",
}
case "365 days after birth" {
  patient = { gave_birth_last_3_years = true, postpartum_days = 365 },
  expect = silent,
}
case "366 days after birth" {
  patient = { gave_birth_last_3_years = true, postpartum_days = 366 },
  expect = answer "specialist-decides",
}
case "days filled in without a birth" {
  patient = { gave_birth_last_3_years = false, postpartum_days = 90 },
  expect = answer "specialist-decides",
}
case "birth not asked" {
  patient = { gave_birth_last_3_years = unknown },
  expect = presumed "specialist-decides",
}
case "male" { patient = { sex = "male" }, expect = silent }
case "intersex" { patient = { sex = "intersex" }, expect = answer "specialist-decides" }
case "a man with a high-risk stress fracture" {
  patient = { sex = "male" },
  screening = { missed_periods = 0, stress_fracture_history = "high-risk-site" },
  expect = answer "specialist-decides",
}
case "a low-risk stress fracture, body mass index 18.4" {
  patient = { bmi = 18.4 },
  screening = { missed_periods = 0, stress_fracture_history = "low-risk-site" },
  expect = answer "specialist-decides",
}
case "a low-risk stress fracture, body mass index 18.5" {
  patient = { bmi = 18.5 },
  screening = { missed_periods = 0, stress_fracture_history = "low-risk-site" },
  expect = silent,
}
case "low weight alone" {
  patient = { bmi = 17 },
  screening = { missed_periods = 0 },
  expect = silent,
}
case "periods not asked" {
  screening = { missed_periods = unknown },
  expect = asks "screening.missed_periods",
}
case "sex not asked" { patient = { sex = unknown }, expect = asks "patient.sex" }
case "stress fractures not asked" {
  screening = { missed_periods = 0, stress_fracture_history = unknown },
  expect = asks "screening.stress_fracture_history",
}
