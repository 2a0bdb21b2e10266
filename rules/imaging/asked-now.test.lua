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
case "bladder change" {
  screening = { bladder_change = true, cauda_equina_days = 3 },
  expect = answer "warranted-now",
}
case "old bladder change" {
  screening = { bladder_change = true, cauda_equina_days = 15 },
  expect = answer "warranted-now",
}
case "sexual change and pain in both legs" {
  complaint = { radiation = "both-legs" },
  screening = { sexual_change = true, cauda_equina_days = 3 },
  expect = answer "warranted-now",
}
case "cancer with a weak limb" {
  screening = { cancer_history = true, leg_neurology = { "limb-weakness" } },
  expect = answer "warranted-now",
}
case "cancer with night pain" {
  complaint = { night_pain = "constant" },
  screening = { cancer_history = true },
  expect = answer "warranted-now",
}
case "very unwell" {
  screening = { systemically_unwell = true },
  expect = answer "warranted-now",
}
case "clot in the leg" {
  screening = { dvt_signs = { "whole-leg-swollen" } },
  expect = answer "warranted-now",
}
case "no four steps" {
  injury = { bears_weight = false },
  expect = answer "warranted-now",
}
case "a tense compartment" {
  screening = { limb_threat = { "tense-compartment" } },
  expect = answer "warranted-now",
}
case "a limb getting weaker" {
  screening = { progressive_weakness = true },
  expect = answer "warranted-now",
}
case "avulsion with numbness" {
  injury = { bruising = true },
  screening = { leg_neurology = { "sensory-loss" } },
  expect = answer "warranted-now",
}
case "bleeding on a blood thinner" {
  patient = { medications = { "anticoagulant" } },
  injury = { bruising = true, days_since = 3 },
  expect = answer "warranted-now",
}
case "chest pain now is no scan's matter" {
  screening = { chest_pain = "now-or-last-12-hours" },
  expect = silent,
}
case "night pain alone" { complaint = { night_pain = "constant" }, expect = silent }
case "bladder not asked" {
  screening = { bladder_change = unknown },
  expect = asks "screening.bladder_change",
}
case "an X-ray" {
  injury = { bears_weight = false },
  treatment = { considering = { "xray" } },
  expect = answer "warranted-now",
}
case "an ultrasound" {
  injury = { bears_weight = false },
  treatment = { considering = { "ultrasound", "shockwave" } },
  expect = answer "warranted-now",
}
case "no scan asked about" {
  injury = { bears_weight = false },
  treatment = { considering = { "shockwave" } },
  expect = silent,
}
case "nothing asked about" {
  injury = { bears_weight = false },
  treatment = { considering = unknown },
  expect = silent,
}
case "a big trauma with severe pain" {
  complaint = { rest_pain = 7 },
  injury = { mechanism = "fall-from-height", days_since = 7 },
  expect = answer "warranted-now",
}
case "60, sudden buttock pain and a faint" {
  patient = { age_years = 60 },
  complaint = { sites = { "buttock" }, onset = "sudden" },
  screening = { faint_or_breathless = "last-3-days" },
  expect = answer "warranted-now",
}
case "an earlier clot and chest pain" {
  screening = { dvt_signs = { "previous-dvt" }, chest_pain = "last-3-days" },
  expect = answer "warranted-now",
}
