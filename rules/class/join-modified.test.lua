-- SPDX-License-Identifier: Apache-2.0
person {
  assessed_on = "2026-10-13",
  patient = {
    age_years = 65,
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

case "no pain at 65" { expect = answer "join-modified" }
case "64" { patient = { age_years = 64 }, expect = silent }
case "stage 3, no pain" {
  patient = { age_years = 40 },
  rehab = { stage = 3 },
  expect = answer "join-modified",
}
case "stage 3, pain, settled" {
  patient = { age_years = 40 },
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 3, load_test_pain = 3, settles_hours = 24 },
  expect = answer "join-modified",
}
case "stage 3, pain, load test 4" {
  patient = { age_years = 40 },
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 3, load_test_pain = 4, settles_hours = 24 },
  expect = silent,
}
case "stage 3, pain, 24.1 hours" {
  patient = { age_years = 40 },
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 3, load_test_pain = 3, settles_hours = 24.1 },
  expect = silent,
}
case "stage 2, no pain" {
  patient = { age_years = 40 },
  rehab = { stage = 2 },
  expect = silent,
}
case "stage 2 at 65, pain, settled" {
  complaint = { sites = { "sit-bone" } },
  rehab = { stage = 2, load_test_pain = 3, settles_hours = 24 },
  expect = silent,
}
case "stage 4 for 1.9 weeks" {
  patient = { age_years = 40 },
  rehab = { stage = 4, weeks_stable = 1.9 },
  expect = answer "join-modified",
}
case "stage 4 for 2 weeks" {
  patient = { age_years = 40 },
  rehab = { stage = 4, weeks_stable = 2 },
  expect = silent,
}
case "84 days after a birth" {
  patient = { age_years = 40, gave_birth_last_3_years = true, postpartum_days = 84 },
  expect = answer "join-modified",
}
case "83 days after a birth" {
  patient = { age_years = 40, gave_birth_last_3_years = true, postpartum_days = 83 },
  expect = silent,
}
case "365 days after a birth" {
  patient = { age_years = 40, gave_birth_last_3_years = true, postpartum_days = 365 },
  expect = answer "join-modified",
}
case "366 days after a birth" {
  patient = { age_years = 40, gave_birth_last_3_years = true, postpartum_days = 366 },
  expect = silent,
}
case "injected 2.1 weeks ago" {
  patient = { age_years = 40 },
  treatment = { had_injection = true, weeks_since_injection = 2.1 },
  expect = answer "join-modified",
}
case "injected 2 weeks ago" {
  patient = { age_years = 40 },
  treatment = { had_injection = true, weeks_since_injection = 2 },
  expect = silent,
}
case "injected 6 weeks ago" {
  patient = { age_years = 40 },
  treatment = { had_injection = true, weeks_since_injection = 6 },
  expect = answer "join-modified",
}
case "injected 6.1 weeks ago" {
  patient = { age_years = 40 },
  treatment = { had_injection = true, weeks_since_injection = 6.1 },
  expect = silent,
}
case "never injected, whatever the weeks say" {
  patient = { age_years = 40 },
  treatment = { had_injection = false, weeks_since_injection = 4 },
  expect = silent,
}
case "pregnant" {
  patient = { age_years = 40, pregnant_weeks = 16 },
  expect = answer "join-modified",
}
case "pregnant and cleared, the whole decision" {
  patient = { age_years = 40, pregnant_weeks = 16 },
  class = { medically_cleared = true },
  expect = decides { class = "join-modified" },
}
case "pregnant, the whole decision" {
  patient = { age_years = 40, pregnant_weeks = 16 },
  expect = decides { class = "medical-clearance-first" },
}
case "pain at 65, no stage" {
  complaint = { sites = { "sit-bone" } },
  expect = silent,
}
case "worst pain not asked" {
  complaint = { worst_pain = unknown },
  expect = asks "complaint.worst_pain",
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
  rehab = { stage = 3 },
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
  expect = answer "join-modified",
}
case "not screened" {
  screening = { exercise_screen_yes = unknown },
  expect = asks "screening.exercise_screen_yes",
}
case "the whole decision" { expect = decides { class = "join-modified" } }

survives {
  leaf = "rehabilitation stage is at least 4",
  change = "3 instead of 4",
  reason = "stage 3 is enough by itself, in the line above it",
}
