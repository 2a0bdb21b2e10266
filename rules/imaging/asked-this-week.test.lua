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
case "bruising" {
  injury = { bruising = true },
  expect = answer "warranted-this-week",
}
case "a pop and a mildly weak knee bend" {
  complaint = { onset = "sudden" },
  injury = { pop = true, knee_flexion_weakness = "mild", days_since = 1 },
  expect = answer "warranted-this-week",
}
case "a fall from height" {
  injury = { mechanism = "fall-from-height", days_since = 20 },
  expect = answer "warranted-this-week",
}
case "a sudden pull at 25" {
  patient = { age_years = 25 },
  complaint = { onset = "sudden" },
  expect = answer "warranted-this-week",
}
case "groin pain standing on one leg" {
  complaint = { sites = { "groin" } },
  screening = { single_leg_stance_pain = true },
  expect = answer "warranted-this-week",
}
case "a slip on fragile bone" {
  patient = { conditions = { "osteoporosis" } },
  injury = { mechanism = "minor-slip", days_since = 42 },
  expect = answer "warranted-this-week",
}
case "a weak foot for 15 days" {
  screening = { ankle_dorsiflexion_grade = 3, foot_weakness_days = 15 },
  expect = answer "warranted-this-week",
}
case "groin pain at 17" {
  patient = { age_years = 17 },
  complaint = { sites = { "groin" } },
  expect = answer "warranted-this-week",
}
case "night ache at 19" {
  patient = { age_years = 19 },
  complaint = { night_pain = "aching" },
  expect = answer "warranted-this-week",
}
case "a growing lump" {
  screening = { growing_lump = true },
  expect = answer "warranted-this-week",
}
case "night pain alone" { complaint = { night_pain = "constant" }, expect = silent }
case "lump not asked" {
  screening = { growing_lump = unknown },
  expect = asks "screening.growing_lump",
}
case "an X-ray" {
  screening = { growing_lump = true },
  treatment = { considering = { "xray" } },
  expect = answer "warranted-this-week",
}
case "an ultrasound" {
  screening = { growing_lump = true },
  treatment = { considering = { "ultrasound", "shockwave" } },
  expect = answer "warranted-this-week",
}
case "no scan asked about" {
  screening = { growing_lump = true },
  treatment = { considering = { "shockwave" } },
  expect = silent,
}
case "nothing asked about" {
  screening = { growing_lump = true },
  treatment = { considering = unknown },
  expect = silent,
}
