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
  treatment = { had_injection = false, considering = { "mri" } },
}

case "nothing found" { expect = silent }
case "pain in both legs" {
  complaint = { radiation = "both-legs", radiation_days = 84 },
  expect = answer "specialist-decides",
}
case "old pain in both legs" {
  complaint = { radiation = "both-legs", radiation_days = 85 },
  expect = answer "specialist-decides",
}
case "inflammatory back pain" {
  screening = {
    back_pain_onset_age = 30,
    back_pain_months = 6,
    inflammatory_features = { "buttock-pain", "better-with-movement" },
  },
  expect = answer "specialist-decides",
}
case "enthesitis with psoriasis" {
  screening = { inflammatory_features = { "enthesitis", "psoriasis" } },
  expect = answer "specialist-decides",
}
case "3 missed periods" {
  screening = { missed_periods = 3 },
  expect = answer "specialist-decides",
}
case "a changed walk" {
  screening = { leg_neurology = { "gait-change" } },
  expect = answer "specialist-decides",
}
case "lost feeling" {
  screening = { leg_neurology = { "sensory-loss" } },
  expect = answer "specialist-decides",
}
case "weight loss" {
  screening = { unexplained_weight_loss = true },
  expect = answer "specialist-decides",
}
case "sexual change" {
  screening = { sexual_change = true },
  expect = answer "specialist-decides",
}
case "rest pain 7" {
  complaint = { rest_pain = 7 },
  expect = answer "specialist-decides",
}
case "rest pain 6" { complaint = { rest_pain = 6 }, expect = silent }
case "2 missed periods" { screening = { missed_periods = 2 }, expect = silent }
case "weight not asked" {
  screening = { unexplained_weight_loss = unknown },
  expect = asks "screening.unexplained_weight_loss",
}
case "an X-ray" {
  screening = { unexplained_weight_loss = true },
  treatment = { considering = { "xray" } },
  expect = answer "specialist-decides",
}
case "an ultrasound" {
  screening = { unexplained_weight_loss = true },
  treatment = { considering = { "ultrasound", "shockwave" } },
  expect = answer "specialist-decides",
}
case "no scan asked about" {
  screening = { unexplained_weight_loss = true },
  treatment = { considering = { "shockwave" } },
  expect = silent,
}
case "nothing asked about" {
  screening = { unexplained_weight_loss = true },
  treatment = { considering = unknown },
  expect = silent,
}
