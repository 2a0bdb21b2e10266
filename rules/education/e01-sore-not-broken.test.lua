-- SPDX-License-Identifier: Apache-2.0
person {
  patient = {
    age_years = 40,
    sex = "female",
    menopause = "pre",
    pregnant_weeks = 0,
    pregnancy_warning_signs = {},
    obstetric_contraindication = false,
    gave_birth_last_3_years = false,
    pelvic_floor_symptoms = false,
    bmi = 22,
    conditions = {},
    medications = {},
  },
  running = { level = "recreational", wants_to_run = true, weeks_since_last_run = 1 },
  complaint = {
    sites = { "sit-bone" },
    onset = "gradual",
    duration_weeks = 30,
    trend = "improving",
    aggravated_by = { "running", "sitting" },
    warm_up = "eases",
    radiation = "none",
    rest_pain = 0,
    worst_pain = 2,
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
    back_pain_months = 0,
    inflammatory_features = {},
    exercise_screen_yes = {},
    weekly_activity_minutes = 200,
  },
  treatment = { had_injection = false },
  examination = {
    puranen_orava = true,
    bent_knee_stretch = true,
    modified_bent_knee_stretch = true,
    seated_piriformis = false,
    slump = false,
  },
}

case "likely, no reason for a doctor" { expect = answer "given" }
case "another pattern" { complaint = { sites = { "knee" } }, expect = silent }
case "a doctor is needed this week" {
  screening = { growing_lump = true },
  expect = silent,
}
case "a doctor is needed today" {
  screening = { coughing_blood = true },
  expect = silent,
}
case "an emergency" { injury = { bears_weight = false }, expect = silent }
case "a red flag not asked" {
  screening = { growing_lump = unknown },
  expect = asks "screening.growing_lump",
}
case "suppressed by same-day signs" {
  screening = { coughing_blood = true },
  expect = decides { education = "suppressed" },
}
