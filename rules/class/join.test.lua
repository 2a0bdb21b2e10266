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

case "no pain, strong, well" { expect = answer "join" }
case "a man" { patient = { sex = "male" }, expect = answer "join" }
case "18" { patient = { age_years = 18 }, expect = answer "join" }
case "17" { patient = { age_years = 17 }, expect = silent }
case "17 calf raises at 72" {
  patient = { age_years = 72 },
  strength = { calf_raise_reps = 17 },
  expect = answer "join",
}
case "pain at the sit bone" { complaint = { sites = { "sit-bone" } }, expect = silent }
case "worst pain 3" { complaint = { worst_pain = 3 }, expect = silent }
case "rest pain 1" { complaint = { rest_pain = 1 }, expect = silent }
case "running impossible" {
  screening = { running_impossible = true },
  expect = silent,
}
case "pain, stage 4, steady for 2 weeks" {
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 4, load_test_pain = 3, settles_hours = 24, weeks_stable = 2 },
  expect = answer "join",
}
case "pain, stage 4, steady for 1.9 weeks" {
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 4, load_test_pain = 3, settles_hours = 24, weeks_stable = 1.9 },
  expect = silent,
}
case "pain, stage 4, load test 4" {
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 4, load_test_pain = 4, settles_hours = 24, weeks_stable = 2 },
  expect = silent,
}
case "pain, stage 4, 24.1 hours" {
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 4, load_test_pain = 3, settles_hours = 24.1, weeks_stable = 2 },
  expect = silent,
}
case "pain, stage 3" {
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 3, load_test_pain = 3, settles_hours = 24, weeks_stable = 2 },
  expect = silent,
}
case "site not asked" {
  complaint = { sites = unknown },
  expect = asks "complaint.sites",
}
case "asks for another class" { class = { asks_for = "other" }, expect = silent }
case "does not want to run" { running = { wants_to_run = false }, expect = silent }
case "wish to run not asked" {
  running = { wants_to_run = unknown },
  expect = asks "running.wants_to_run",
}
case "a red flag not asked" {
  screening = { saddle_numbness = unknown },
  expect = asks "screening.saddle_numbness",
}
case "a reason for GP review" {
  screening = { ankle_dorsiflexion_grade = 4 },
  expect = silent,
}
case "walking hurts 3" { strength = { walk_30min_pain = 3 }, expect = silent }
case "the tests hurt 3" { strength = { tests_pain = 3 }, expect = silent }
case "19 bridges" { strength = { single_leg_bridge_reps = 19 }, expect = silent }
case "19 calf raises" {
  patient = { age_years = 40 },
  strength = { calf_raise_reps = 19 },
  expect = silent,
}
case "asthma in the screen" {
  screening = { exercise_screen_yes = { "asthma-attack" } },
  expect = silent,
}
case "asthma, cleared" {
  screening = { exercise_screen_yes = { "asthma-attack" } },
  class = { medically_cleared = true },
  expect = answer "join",
}
case "not screened" {
  screening = { exercise_screen_yes = unknown },
  expect = asks "screening.exercise_screen_yes",
}
case "the whole decision" { expect = decides { class = "join" } }
case "not assessed by a physio, and no need" {
  class = { assessed_by_physio = unknown },
  running = { level = "recreational" },
  expect = decides { class = "join" },
}
case "never given while a flag is open" {
  screening = { saddle_numbness = unknown },
  expect = decides { class = "physio-assessment-first" },
}
case "the nights not asked" {
  class = { can_attend_monday_or_tuesday = unknown },
  expect = decides { class = "physio-assessment-first" },
}
case "18 calf raises where 19 are usual" {
  patient = { age_years = 69, sex = "male", menopause = "not-applicable" },
  strength = { calf_raise_reps = 18 },
  expect = silent,
}
