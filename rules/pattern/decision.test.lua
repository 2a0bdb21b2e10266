-- SPDX-License-Identifier: Apache-2.0
-- The whole decision: a runner whose tendon is sore, then one thing changed.

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
    sitting_minutes_to_pain = 20,
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
  examination = {
    puranen_orava = true,
    bent_knee_stretch = true,
    modified_bent_knee_stretch = false,
    seated_piriformis = false,
    slump = false,
  },
  treatment = { had_injection = false },
}

case "story and tests fit" { expect = decides { pattern = "likely" } }
case "unlikely is stronger than likely" {
  complaint = { radiation = "below-knee" },
  expect = decides { pattern = "unlikely" },
}
case "one test positive: possible" {
  examination = { bent_knee_stretch = false },
  expect = decides { pattern = "possible" },
}
case "tests not done: possible for now" {
  examination = unknown,
  expect = decides { pattern = "possible" },
}
case "buttock only, nothing against it" {
  complaint = { sites = { "buttock" } },
  expect = decides { pattern = "undetermined" },
}
case "no pain at all" {
  complaint = { sites = {}, aggravated_by = {} },
  expect = decides { pattern = "unlikely" },
}
case "silent in an emergency" {
  screening = { bladder_change = true, cauda_equina_days = 1 },
  expect = decides { pattern = "suppressed" },
}
case "shown with a same-day reason" {
  screening = { coughing_blood = true },
  expect = decides { referral = "same-day", pattern = "likely" },
}
