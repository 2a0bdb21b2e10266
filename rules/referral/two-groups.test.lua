-- SPDX-License-Identifier: Apache-2.0
person {
  patient = {
    age_years = 28,
    sex = "female",
    bmi = 21,
    menopause = "pre",
    pregnant_weeks = 0,
    gave_birth_last_3_years = false,
    conditions = {},
  },
  complaint = { sites = { "sit-bone" }, onset = "gradual", rest_pain = 1, night_pain = "none" },
  screening = {
    cancer_history = false,
    dvt_signs = {},
    unexplained_weight_loss = true,
    missed_periods = 4,
    stress_fracture_history = "none",
    inflammatory_features = {},
    back_pain_onset_age = 30,
    back_pain_months = 2,
    sexual_change = false,
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    bilateral_leg_weakness = false,
  },
}

case "weight loss and missed periods" { expect = answer "this-week" }
case "weight loss alone" { screening = { missed_periods = 0 }, expect = silent }
case "missed periods alone" {
  screening = { unexplained_weight_loss = false },
  expect = silent,
}
case "2 missed periods" { screening = { missed_periods = 2 }, expect = silent }
case "3 missed periods" { screening = { missed_periods = 3 }, expect = answer "this-week" }
case "menopause not asked" {
  patient = { menopause = unknown },
  expect = presumed "this-week",
}
case "two general signs are one group" {
  complaint = { rest_pain = 8 },
  screening = { missed_periods = 0 },
  expect = silent,
}
case "weight loss and sexual change" {
  screening = { missed_periods = 0, sexual_change = true },
  expect = answer "this-week",
}
case "weight loss, sexual change, but a cauda equina sign" {
  screening = { missed_periods = 0, sexual_change = true, bladder_change = true },
  expect = silent,
}
case "missed periods and sexual change" {
  screening = { unexplained_weight_loss = false, sexual_change = true },
  expect = answer "this-week",
}
case "missed periods and cancer" {
  screening = { unexplained_weight_loss = false, cancer_history = true },
  expect = answer "this-week",
}
case "missed periods and constant night pain" {
  complaint = { night_pain = "constant" },
  screening = { unexplained_weight_loss = false },
  expect = answer "this-week",
}
case "missed periods and rest pain 7" {
  complaint = { rest_pain = 7 },
  screening = { unexplained_weight_loss = false },
  expect = answer "this-week",
}
case "missed periods and rest pain 6" {
  complaint = { rest_pain = 6 },
  screening = { unexplained_weight_loss = false },
  expect = silent,
}
case "missed periods and inflammatory back pain" {
  screening = {
    unexplained_weight_loss = false,
    back_pain_months = 12,
    inflammatory_features = { "better-with-movement", "arthritis" },
  },
  expect = answer "this-week",
}
case "missed periods and enthesitis with uveitis" {
  patient = { conditions = { "uveitis" } },
  screening = { unexplained_weight_loss = false, inflammatory_features = { "enthesitis" } },
  expect = answer "this-week",
}
case "a high-risk stress fracture and weight loss" {
  screening = { missed_periods = 0, stress_fracture_history = "high-risk-site" },
  expect = answer "this-week",
}
case "a low-risk stress fracture, body mass index 18.4, weight loss" {
  patient = { bmi = 18.4 },
  screening = { missed_periods = 0, stress_fracture_history = "low-risk-site" },
  expect = answer "this-week",
}
case "a low-risk stress fracture, body mass index 18.5, weight loss" {
  patient = { bmi = 18.5 },
  screening = { missed_periods = 0, stress_fracture_history = "low-risk-site" },
  expect = silent,
}
case "17 with gradual sit-bone pain and weight loss" {
  patient = { age_years = 17 },
  screening = { missed_periods = 0 },
  expect = answer "this-week",
}
case "18 with gradual sit-bone pain and weight loss" {
  patient = { age_years = 18 },
  screening = { missed_periods = 0 },
  expect = silent,
}
case "17 and missed periods are one group" {
  patient = { age_years = 17 },
  screening = { unexplained_weight_loss = false },
  expect = silent,
}
case "weight not asked" {
  screening = { unexplained_weight_loss = unknown },
  expect = asks "screening.unexplained_weight_loss",
}
case "sexual change not asked" {
  screening = { missed_periods = 0, sexual_change = unknown },
  expect = asks "screening.sexual_change",
}
