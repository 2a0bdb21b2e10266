-- SPDX-License-Identifier: Apache-2.0
person {
  assessed_on = "2026-10-13",
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
  strength = {
    walk_30min_pain = 2,
    single_leg_bridge_reps = 20,
    calf_raise_reps = 20,
    tests_pain = 2,
  },
  class = {
    asks_for = "runfit",
    assessed_by_physio = true,
    can_attend_monday_or_tuesday = true,
    medically_cleared = false,
    pelvic_health_cleared = false,
  },
}

case "on the joining day" { expect = silent }
case "the day after" {
  assessed_on = "2026-10-14",
  expect = answer "home-program-then-next-term",
}
case "the last day of the term" {
  assessed_on = "2026-12-18",
  expect = answer "home-program-then-next-term",
}
case "in the holidays nothing has passed" { assessed_on = "2026-12-19", expect = silent }
case "the day before a term" { assessed_on = "2026-10-04", expect = silent }
case "the first day of a term" { assessed_on = "2026-10-05", expect = silent }
case "a modified class has the same joining day" {
  assessed_on = "2026-10-14",
  patient = { age_years = 66 },
  expect = answer "home-program-then-next-term",
}
case "not fit for the class" {
  assessed_on = "2026-10-14",
  strength = { tests_pain = 3 },
  expect = silent,
}
case "tests not done" {
  assessed_on = "2026-10-14",
  strength = { tests_pain = unknown },
  expect = asks "strength.tests_pain",
}
case "the whole decision, a day late" {
  assessed_on = "2026-10-14",
  expect = decides { class = "home-program-then-next-term" },
}
case "the whole decision in the holidays" {
  assessed_on = "2026-12-19",
  expect = decides { class = "join" },
}
case "term dates have run out" {
  assessed_on = "2028-03-01",
  expect = decides { class = "join" },
}
