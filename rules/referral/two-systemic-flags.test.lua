-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 40, sex = "female" },
  complaint = { rest_pain = 1, duration_weeks = 10, night_pain = "constant" },
  screening = {
    unexplained_weight_loss = true,
    systemically_unwell = false,
    cancer_history = false,
    dvt_signs = {},
  },
}

case "weight loss and night pain" { expect = answer "this-week" }
case "weight loss and pain that prevents sleep" {
  complaint = { night_pain = "prevents-sleep" },
  expect = answer "this-week",
}
case "weight loss alone" { complaint = { night_pain = "none" }, expect = silent }
case "weight loss and aching" { complaint = { night_pain = "aching" }, expect = silent }
case "night pain alone" {
  screening = { unexplained_weight_loss = false },
  expect = silent,
}
case "night pain and unwell" {
  screening = { unexplained_weight_loss = false, systemically_unwell = true },
  expect = answer "this-week",
}
case "night pain and cancer" {
  screening = { unexplained_weight_loss = false, cancer_history = true },
  expect = answer "this-week",
}
case "night pain and active cancer among the clot signs" {
  screening = { unexplained_weight_loss = false, dvt_signs = { "active-cancer" } },
  expect = answer "this-week",
}
case "weight loss and rest pain 7" {
  complaint = { night_pain = "none", rest_pain = 7 },
  expect = answer "this-week",
}
case "weight loss and rest pain 6 at 40" {
  complaint = { night_pain = "none", rest_pain = 6 },
  expect = silent,
}
case "weight loss and new pain at 51" {
  patient = { age_years = 51 },
  complaint = { night_pain = "none", rest_pain = 4 },
  expect = answer "this-week",
}
case "weight loss and new pain at 50" {
  patient = { age_years = 50 },
  complaint = { night_pain = "none", rest_pain = 4 },
  expect = silent,
}
case "weight loss and rest pain 3 at 51" {
  patient = { age_years = 51 },
  complaint = { night_pain = "none", rest_pain = 3 },
  expect = silent,
}
case "weight loss and pain of 25.9 weeks at 51" {
  patient = { age_years = 51 },
  complaint = { night_pain = "none", rest_pain = 4, duration_weeks = 25.9 },
  expect = answer "this-week",
}
case "weight loss and pain of 26 weeks at 51" {
  patient = { age_years = 51 },
  complaint = { night_pain = "none", rest_pain = 4, duration_weeks = 26 },
  expect = silent,
}
case "two are enough, the rest not asked" {
  screening = { systemically_unwell = unknown, cancer_history = unknown, dvt_signs = unknown },
  expect = answer "this-week",
}
case "one, and weight not asked" {
  screening = { unexplained_weight_loss = unknown },
  expect = asks "screening.unexplained_weight_loss",
}
case "one, and cancer not asked" {
  complaint = { night_pain = "none" },
  screening = { cancer_history = unknown },
  expect = asks "screening.cancer_history",
}
