-- SPDX-License-Identifier: Apache-2.0
-- The whole decision: a runner whose every red flag was asked about, then one thing changed.

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
  treatment = { had_injection = false },
}

case "everything asked, nothing there" { expect = decides { referral = "none" } }
case "fever alone is no flag" {
  screening = { fever = true },
  expect = decides { referral = "none" },
}
case "a sudden pop with full strength" {
  complaint = { onset = "sudden" },
  injury = { mechanism = "sprint-or-overstretch", pop = true, days_since = 1 },
  expect = decides { referral = "none" },
}
case "nothing asked" {
  patient = unknown,
  running = unknown,
  complaint = unknown,
  injury = unknown,
  screening = unknown,
  treatment = unknown,
  expect = decides { referral = "undetermined" },
}
case "one red flag not asked" {
  screening = { bowel_change = unknown },
  expect = decides { referral = "undetermined" },
}
case "cancer in the history" {
  screening = { cancer_history = true },
  expect = decides { referral = "gp-review" },
}
case "cancer in the history and constant night pain" {
  complaint = { night_pain = "constant" },
  screening = { cancer_history = true },
  expect = decides { referral = "same-day" },
}
case "cancer in the history and a weak limb" {
  screening = { cancer_history = true, leg_neurology = { "limb-weakness" } },
  expect = decides { referral = "emergency" },
}
case "both legs, every sign asked and absent" {
  complaint = { radiation = "both-legs", radiation_days = 10 },
  expect = decides { referral = "same-day" },
}
case "both legs, one sign not asked" {
  complaint = { radiation = "both-legs", radiation_days = 10 },
  screening = { bladder_change = unknown },
  expect = decides { referral = "emergency" },
}
case "old signs that changed 15 days ago" {
  screening = { bladder_change = true, cauda_equina_days = 15 },
  expect = decides { referral = "same-day" },
}
case "weight loss and sexual change" {
  screening = { unexplained_weight_loss = true, sexual_change = true },
  expect = decides { referral = "this-week" },
}
case "an emergency stands whatever else is unknown" {
  complaint = unknown,
  screening = { saddle_numbness = true, cauda_equina_days = 1, fever = unknown },
  expect = decides { referral = "emergency" },
}
