-- SPDX-License-Identifier: Apache-2.0
person {
  patient = {
    age_years = 29,
    sex = "female",
    bmi = 21,
    menopause = "pre",
    pregnant_weeks = 0,
    gave_birth_last_3_years = false,
  },
  running = { weeks_since_last_run = 0 },
  complaint = {
    sites = { "groin" },
    warm_up = "worsens",
    night_pain = "none",
    aggravated_by = { "running" },
  },
  screening = {
    single_leg_stance_pain = false,
    running_impossible = false,
    hip_rotation_painful = false,
    missed_periods = 0,
    stress_fracture_history = "none",
  },
}

case "groin, worsens in the warm-up" { expect = answer "this-week" }
case "front of the hip" {
  complaint = { sites = { "anterior-hip" } },
  expect = answer "this-week",
}
case "front of the thigh" {
  complaint = { sites = { "anterior-thigh" } },
  expect = answer "this-week",
}
case "sacrum" { complaint = { sites = { "sacrum" } }, expect = answer "this-week" }
case "pubic bone" { complaint = { sites = { "pubic" } }, expect = answer "this-week" }
case "groin that eases in the warm-up" { complaint = { warm_up = "eases" }, expect = silent }
case "groin, hurts on one leg" {
  complaint = { warm_up = "eases" },
  screening = { single_leg_stance_pain = true },
  expect = answer "this-week",
}
case "groin, running impossible" {
  complaint = { warm_up = "eases" },
  screening = { running_impossible = true },
  expect = answer "this-week",
}
case "groin, 3 missed periods" {
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 3 },
  expect = answer "this-week",
}
case "groin, 2 missed periods" {
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 2 },
  expect = silent,
}
case "groin, 3 missed periods, menopause not asked" {
  patient = { menopause = unknown },
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 3 },
  expect = presumed "this-week",
}
case "groin, no periods after menopause" {
  patient = { menopause = "post" },
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 30 },
  expect = silent,
}
case "groin, no periods in pregnancy" {
  patient = { pregnant_weeks = 1 },
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 3 },
  expect = silent,
}
case "groin, no periods 365 days after birth" {
  patient = { gave_birth_last_3_years = true, postpartum_days = 365 },
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 3 },
  expect = silent,
}
case "groin, no periods 366 days after birth" {
  patient = { gave_birth_last_3_years = true, postpartum_days = 366 },
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 3 },
  expect = answer "this-week",
}
case "groin, periods missed, no birth though days filled in" {
  patient = { gave_birth_last_3_years = false, postpartum_days = 100 },
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 3 },
  expect = answer "this-week",
}
case "groin, missed periods noted for a man" {
  patient = { sex = "male" },
  complaint = { warm_up = "eases" },
  screening = { missed_periods = 3 },
  expect = silent,
}
case "groin, an earlier low-risk stress fracture" {
  complaint = { warm_up = "eases" },
  screening = { stress_fracture_history = "low-risk-site" },
  expect = answer "this-week",
}
case "groin, an earlier high-risk stress fracture" {
  complaint = { warm_up = "eases" },
  screening = { stress_fracture_history = "high-risk-site" },
  expect = answer "this-week",
}
case "groin, body mass index 18.4" {
  patient = { bmi = 18.4 },
  complaint = { warm_up = "eases" },
  expect = answer "this-week",
}
case "groin, body mass index 18.5" {
  patient = { bmi = 18.5 },
  complaint = { warm_up = "eases" },
  expect = silent,
}
case "groin, unchanged by the warm-up, hurts with running" {
  complaint = { warm_up = "unchanged" },
  expect = answer "this-week",
}
case "groin, painful hip rotation, hurts with running" {
  complaint = { warm_up = "eases" },
  screening = { hip_rotation_painful = true },
  expect = answer "this-week",
}
case "groin, aches at night, hurts with running" {
  complaint = { warm_up = "eases", night_pain = "aching" },
  expect = answer "this-week",
}
case "groin, unchanged, hurts with walking" {
  running = { weeks_since_last_run = 12 },
  complaint = { warm_up = "unchanged", aggravated_by = { "walking" } },
  expect = answer "this-week",
}
case "groin, unchanged, hurts uphill" {
  running = { weeks_since_last_run = 12 },
  complaint = { warm_up = "unchanged", aggravated_by = { "hills" } },
  expect = answer "this-week",
}
case "groin, unchanged, hurts in sprints" {
  running = { weeks_since_last_run = 12 },
  complaint = { warm_up = "unchanged", aggravated_by = { "sprinting" } },
  expect = answer "this-week",
}
case "groin, unchanged, hurts sitting, last run 11 weeks ago" {
  running = { weeks_since_last_run = 11 },
  complaint = { warm_up = "unchanged", aggravated_by = { "sitting" } },
  expect = answer "this-week",
}
case "groin, unchanged, hurts sitting, last run 12 weeks ago" {
  running = { weeks_since_last_run = 12 },
  complaint = { warm_up = "unchanged", aggravated_by = { "sitting" } },
  expect = silent,
}
case "sit bone, one sign is not enough" {
  complaint = { sites = { "sit-bone" } },
  expect = silent,
}
case "sit bone, worsens and hurts on one leg" {
  complaint = { sites = { "sit-bone" } },
  screening = { single_leg_stance_pain = true },
  expect = answer "this-week",
}
case "buttock, worsens and aches at night" {
  complaint = { sites = { "buttock" }, night_pain = "aching" },
  expect = answer "this-week",
}
case "low back, worsens and running impossible" {
  complaint = { sites = { "low-back" } },
  screening = { running_impossible = true },
  expect = answer "this-week",
}
case "sacroiliac, eases, hurts on one leg and prevents sleep" {
  complaint = {
    sites = { "sacroiliac" },
    warm_up = "eases",
    night_pain = "prevents-sleep",
  },
  screening = { single_leg_stance_pain = true },
  expect = answer "this-week",
}
case "back of the thigh, constant at night and running impossible" {
  complaint = { sites = { "posterior-thigh" }, warm_up = "eases", night_pain = "constant" },
  screening = { running_impossible = true },
  expect = answer "this-week",
}
case "sit bone with low weight is not this rule" {
  patient = { bmi = 17 },
  complaint = { sites = { "sit-bone" } },
  expect = silent,
}
case "knee only" {
  complaint = { sites = { "knee" } },
  screening = { single_leg_stance_pain = true },
  expect = silent,
}
case "site not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
case "warm-up not asked" {
  complaint = { warm_up = unknown },
  expect = asks "complaint.warm_up",
}
case "weight not measured" {
  patient = { bmi = unknown },
  complaint = { warm_up = "eases" },
  expect = asks "patient.bmi",
}
case "groin, hip rotation hurts, running hurts, last run long ago" {
  running = { weeks_since_last_run = 12 },
  complaint = { warm_up = "eases" },
  screening = { hip_rotation_painful = true },
  expect = answer "this-week",
}
