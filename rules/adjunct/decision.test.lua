-- SPDX-License-Identifier: Apache-2.0
-- The whole decision: a runner who asks about shockwave, then one thing changed.

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
  treatment = { had_injection = false, considering = { "shockwave" } },
}

case "shockwave" { expect = decides { adjunct = "option" } }
case "anti-inflammatories" {
  treatment = { considering = { "anti-inflammatories" } },
  expect = decides { adjunct = "option" },
}
case "platelet-rich plasma" {
  treatment = { considering = { "prp-injection" } },
  expect = decides { adjunct = "caution" },
}
case "not asked about" {
  treatment = { considering = { "mri" } },
  expect = decides { adjunct = "not-asked" },
}
case "nothing asked about" {
  treatment = { considering = unknown },
  expect = decides { adjunct = "not-asked" },
}
case "fever not asked" {
  screening = { fever = unknown },
  expect = decides { adjunct = "undetermined" },
}
case "anti-inflammatories, fever not asked" {
  screening = { fever = unknown },
  treatment = { considering = { "anti-inflammatories" } },
  expect = decides { adjunct = "option" },
}
case "anti-inflammatories, medicines not asked" {
  patient = { medications = unknown },
  treatment = { considering = { "anti-inflammatories" } },
  expect = decides { adjunct = "undetermined" },
}
case "shockwave in pregnancy" {
  patient = { pregnant_weeks = 10 },
  expect = decides { adjunct = "contraindicated" },
}
case "shockwave on a blood thinner" {
  patient = { medications = { "anticoagulant" } },
  expect = decides { adjunct = "caution" },
}
case "silent in an emergency" {
  screening = { bladder_change = true, cauda_equina_days = 1 },
  expect = decides { adjunct = "suppressed" },
}
