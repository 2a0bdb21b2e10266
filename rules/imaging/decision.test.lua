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

case "nothing asked" {
  patient = unknown,
  running = unknown,
  complaint = unknown,
  injury = unknown,
  screening = unknown,
  treatment = unknown,
  expect = decides { imaging = "undetermined", pattern = "undetermined" },
}
case "a usual story" { expect = decides { imaging = "not-warranted" } }
case "shown in an emergency" {
  screening = { bladder_change = true, cauda_equina_days = 1 },
  expect = decides { referral = "emergency", imaging = "warranted-now" },
}
case "chest pain now calls for no scan" {
  screening = { chest_pain = "now-or-last-12-hours" },
  expect = decides { referral = "emergency", imaging = "undetermined" },
}
case "both legs, one sign not asked" {
  complaint = { radiation = "both-legs", radiation_days = 10 },
  screening = { bladder_change = unknown },
  expect = decides { imaging = "warranted-now" },
}
case "both legs, every sign absent" {
  complaint = { radiation = "both-legs", radiation_days = 10 },
  expect = decides { imaging = "specialist-decides" },
}
case "bone stress in pregnancy" {
  patient = { pregnant_weeks = 20 },
  complaint = { sites = { "groin" }, warm_up = "worsens" },
  expect = decides { imaging = "warranted-this-week" },
}
case "a crash, pregnancy not asked, still this week" {
  patient = { pregnant_weeks = unknown },
  injury = { mechanism = "bike-crash", days_since = 5 },
  expect = decides { imaging = "warranted-this-week" },
}
case "the same in a man" {
  patient = { sex = "male", pregnant_weeks = unknown, gave_birth_last_3_years = unknown },
  screening = { missed_periods = unknown },
  injury = { mechanism = "bike-crash", days_since = 5 },
  expect = decides { imaging = "warranted-this-week" },
}
case "12 weeks of rehabilitation without gain" {
  rehab = { stage = 3, adherent_weeks = 12 },
  expect = decides { imaging = "reasonable" },
}
case "the stronger answer wins" {
  injury = { bruising = true },
  screening = { unexplained_weight_loss = true },
  expect = decides { imaging = "warranted-this-week" },
}
case "night pain alone settles nothing" {
  complaint = { night_pain = "constant" },
  expect = decides { imaging = "undetermined" },
}
case "a usual story, age not asked" {
  patient = { age_years = unknown },
  expect = decides { imaging = "undetermined" },
}
case "a man's usual story, nothing of women asked" {
  patient = {
    sex = "male",
    menopause = unknown,
    pregnant_weeks = unknown,
    pregnancy_warning_signs = unknown,
    gave_birth_last_3_years = unknown,
  },
  screening = { missed_periods = unknown },
  expect = decides { imaging = "not-warranted" },
}
