-- SPDX-License-Identifier: Apache-2.0
person {
  running = { planned_run_km = 5, longest_run_30d_km = 10 },
  injury = { palpable_gap = true },
}

case "a gap at the hamstring" { expect = answer "stop-and-replan" }
case "older chest pain that nobody explained" {
  injury = { palpable_gap = false },
  screening = { chest_pain = "older-unexplained" },
  expect = answer "stop-and-replan",
}
case "a big trauma, day not known" {
  injury = { palpable_gap = false, mechanism = "bike-crash" },
  expect = presumed "stop-and-replan",
}
case "the gap not asked" {
  injury = { palpable_gap = unknown },
  expect = asks "injury.palpable_gap",
}
case "no run planned" {
  running = { planned_run_km = unknown },
  expect = decides { ["running-load"] = "not-asked" },
}
case "suppressed by an emergency" {
  injury = { bears_weight = false },
  expect = decides { ["running-load"] = "suppressed" },
}
case "every reason ruled out" {
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
    sites = {},
    onset = "gradual",
    duration_weeks = 30,
    trend = "improving",
    aggravated_by = {},
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
  expect = silent,
}
