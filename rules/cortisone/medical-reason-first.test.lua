-- SPDX-License-Identifier: Apache-2.0
-- A runner whose every red flag was asked about, then one thing changed.

person {
  patient = {
    age_years = 45,
    sex = "female",
    menopause = "pre",
    pregnant_weeks = 0,
    pregnancy_warning_signs = {},
    gave_birth_last_3_years = false,
    bmi = 22,
    conditions = {},
    medications = {},
  },
  running = { weeks_since_last_run = 0 },
  complaint = {
    sites = { "sit-bone" },
    onset = "gradual",
    duration_weeks = 20,
    trend = "stable",
    aggravated_by = { "running", "sitting" },
    warm_up = "eases",
    radiation = "none",
    rest_pain = 0,
    exertional_claudication = false,
    night_pain = "none",
  },
  injury = {
    mechanism = "none",
    pop = false,
    bruising = false,
    palpable_gap = false,
    knee_flexion_weakness = "none",
    cannot_sit = false,
    stiff_legged_gait = false,
    bears_weight = true,
  },
  screening = {
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    sexual_change = false,
    bilateral_leg_weakness = false,
    progressive_weakness = false,
    ankle_dorsiflexion_grade = 5,
    leg_neurology = {},
    limb_threat = {},
    growing_lump = false,
    cancer_history = false,
    unexplained_weight_loss = false,
    fever = false,
    systemically_unwell = false,
    infection_risks = {},
    chest_pain = "none",
    faint_or_breathless = "none",
    coughing_blood = false,
    dvt_signs = {},
    prior_fragility_fracture = false,
    missed_periods = 0,
    stress_fracture_history = "none",
    single_leg_stance_pain = false,
    hip_rotation_painful = false,
    running_impossible = false,
    back_pain_onset_age = 50,
    back_pain_months = 0,
    inflammatory_features = {},
    exercise_screen_yes = {},
  },
  treatment = { had_injection = false, considering = { "cortisone-injection" } },
}

case "nothing found" { expect = silent }
case "bladder change" {
  screening = { bladder_change = true, cauda_equina_days = 3 },
  expect = answer "contraindicated",
}
case "bladder change, days not asked" {
  screening = { bladder_change = true },
  expect = presumed "contraindicated",
}
case "chest pain now" {
  screening = { chest_pain = "now-or-last-12-hours" },
  expect = answer "contraindicated",
}
case "a weak foot for 14 days" {
  screening = { ankle_dorsiflexion_grade = 3, foot_weakness_days = 14 },
  expect = answer "contraindicated",
}
case "a fluoroquinolone" {
  patient = { medications = { "fluoroquinolone-last-60-days" } },
  expect = answer "contraindicated",
}
case "very unwell" {
  screening = { systemically_unwell = true },
  expect = answer "contraindicated",
}
case "chest pain in the last 3 days" {
  screening = { chest_pain = "last-3-days" },
  expect = answer "contraindicated",
}
case "an avulsion" { injury = { bruising = true }, expect = answer "contraindicated" }
case "bone stress" {
  complaint = { sites = { "groin" } },
  screening = { running_impossible = true },
  expect = answer "contraindicated",
}
case "two systemic flags" {
  complaint = { night_pain = "constant" },
  screening = { unexplained_weight_loss = true },
  expect = answer "contraindicated",
}
case "chest pain long ago, unexplained" {
  screening = { chest_pain = "older-unexplained" },
  expect = silent,
}
case "a reason for GP review" {
  screening = { unexplained_weight_loss = true },
  expect = silent,
}
case "bruising not asked" {
  injury = { bruising = unknown },
  expect = asks "injury.bruising",
}
case "bowel not asked" {
  screening = { bowel_change = unknown },
  expect = asks "screening.bowel_change",
}
case "sexual change with pain in both legs for months" {
  complaint = { radiation = "both-legs", radiation_days = 100 },
  screening = { sexual_change = true, cauda_equina_days = 20 },
  expect = answer "contraindicated",
}
case "old bladder change" {
  screening = { bladder_change = true, cauda_equina_days = 15 },
  expect = answer "contraindicated",
}
case "pain in both legs for 10 days" {
  complaint = { radiation = "both-legs", radiation_days = 10 },
  expect = answer "contraindicated",
}
case "sexual change with tingling below the knee" {
  screening = {
    sexual_change = true,
    cauda_equina_days = 3,
    leg_neurology = { "tingling-below-knee" },
  },
  expect = answer "contraindicated",
}
case "cancer with tingling below the knee" {
  screening = { cancer_history = true, leg_neurology = { "tingling-below-knee" } },
  expect = answer "contraindicated",
}
case "a swollen leg" {
  screening = { dvt_signs = { "whole-leg-swollen" } },
  expect = answer "contraindicated",
}
case "a slip on a blood thinner with pain at rest" {
  patient = { medications = { "anticoagulant" } },
  complaint = { rest_pain = 5 },
  injury = { mechanism = "minor-slip", days_since = 3 },
  expect = answer "contraindicated",
}
case "bleeding in pregnancy" {
  patient = { pregnant_weeks = 20, pregnancy_warning_signs = { "bleeding" } },
  expect = answer "contraindicated",
}
case "a pop and a weak knee bend" {
  injury = { pop = true, knee_flexion_weakness = "mild", days_since = 3 },
  expect = answer "contraindicated",
}
case "25, and a sudden start" {
  patient = { age_years = 25 },
  complaint = { onset = "sudden" },
  expect = answer "contraindicated",
}
case "a foot weak for 20 days" {
  screening = { ankle_dorsiflexion_grade = 3, foot_weakness_days = 20 },
  expect = answer "contraindicated",
}
case "a changed walk" {
  screening = { leg_neurology = { "gait-change" } },
  expect = answer "contraindicated",
}
case "17, and groin pain" {
  patient = { age_years = 17 },
  complaint = { sites = { "groin" } },
  expect = answer "contraindicated",
}
case "19, and aching at night" {
  patient = { age_years = 19 },
  complaint = { night_pain = "aching" },
  expect = answer "contraindicated",
}
case "weight loss and an earlier stress fracture" {
  screening = { unexplained_weight_loss = true, stress_fracture_history = "high-risk-site" },
  expect = answer "contraindicated",
}
