-- SPDX-License-Identifier: Apache-2.0
-- The whole decision: a runner who asks about cortisone, then one thing changed.

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
  running = { level = "recreational", weeks_since_last_run = 0 },
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

case "recreational" { expect = decides { cortisone = "advise-against" } }
case "recreational, age not asked, stands for now" {
  patient = { age_years = unknown },
  expect = decides { cortisone = "advise-against" },
}
case "not asked about" {
  treatment = { considering = { "mri" } },
  expect = decides { cortisone = "not-asked" },
}
case "nothing asked about" {
  treatment = { considering = unknown },
  expect = decides { cortisone = "not-asked" },
}
case "level not asked" {
  running = { level = unknown },
  expect = decides { cortisone = "undetermined" },
}
case "elite, 12 weeks done" {
  running = { level = "elite" },
  rehab = { stage = 3, adherent_weeks = 12 },
  expect = decides { cortisone = "specialist-decision" },
}
case "elite, 11.9 weeks" {
  running = { level = "elite" },
  rehab = { stage = 3, adherent_weeks = 11.9 },
  expect = decides { cortisone = "advise-against" },
}
case "elite with a fever" {
  running = { level = "elite" },
  rehab = { stage = 3, adherent_weeks = 20 },
  screening = { fever = true },
  expect = decides { cortisone = "contraindicated" },
}
case "a fresh strain, days not asked" {
  complaint = { onset = "sudden" },
  injury = { mechanism = "sprint-or-overstretch" },
  expect = decides { cortisone = "contraindicated" },
}
case "chest pain long ago does not rule it out" {
  screening = { chest_pain = "older-unexplained" },
  expect = decides { cortisone = "advise-against" },
}
case "a same-day reason" {
  screening = { coughing_blood = true },
  expect = decides { referral = "same-day", cortisone = "contraindicated" },
}
case "silent in an emergency" {
  screening = { bladder_change = true, cauda_equina_days = 1 },
  expect = decides { cortisone = "suppressed" },
}
case "silent in an emergency, not asked about" {
  screening = { bladder_change = true, cauda_equina_days = 1 },
  treatment = { considering = unknown },
  expect = decides { cortisone = "suppressed" },
}
