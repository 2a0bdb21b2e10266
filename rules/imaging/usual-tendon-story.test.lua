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
  treatment = { had_injection = false },
}

case "a usual story, nothing found" { expect = answer "not-warranted" }
case "nowhere hurts" { complaint = { sites = {} }, expect = answer "not-warranted" }
case "buttock" { complaint = { sites = { "buttock" } }, expect = answer "not-warranted" }
case "back of the thigh" {
  complaint = { sites = { "posterior-thigh" } },
  expect = answer "not-warranted",
}
case "outer hip only" { complaint = { sites = { "lateral-hip" } }, expect = silent }
case "down the thigh" { complaint = { radiation = "thigh" }, expect = answer "not-warranted" }
case "below the knee" { complaint = { radiation = "below-knee" }, expect = silent }
case "an early strain" {
  complaint = { onset = "sudden" },
  injury = { mechanism = "sprint-or-overstretch", days_since = 7 },
  expect = silent,
}
case "a strain of 8 days" {
  complaint = { onset = "sudden" },
  injury = { mechanism = "sprint-or-overstretch", days_since = 8 },
  expect = answer "not-warranted",
}
case "a strain of unknown age" {
  complaint = { onset = "sudden" },
  injury = { mechanism = "sprint-or-overstretch" },
  expect = asks "injury.days_since",
}
case "a slip 43 days ago" {
  injury = { mechanism = "minor-slip", days_since = 43 },
  expect = answer "not-warranted",
}
case "a crash" { injury = { mechanism = "bike-crash", days_since = 10 }, expect = silent }
case "an old crash" {
  injury = { mechanism = "bike-crash", days_since = 200 },
  expect = silent,
}
case "cancer in the history" {
  screening = { cancer_history = true },
  expect = answer "not-warranted",
}
case "cancer in the history and weight loss" {
  screening = { cancer_history = true, unexplained_weight_loss = true },
  expect = silent,
}
case "night pain" { complaint = { night_pain = "constant" }, expect = silent }
case "claudication" { complaint = { exertional_claudication = true }, expect = silent }
case "saddle numbness" {
  screening = { saddle_numbness = true, cauda_equina_days = 2 },
  expect = silent,
}
case "chest pain long ago, unexplained" {
  screening = { chest_pain = "older-unexplained" },
  expect = silent,
}
case "cancer history not asked" {
  screening = { cancer_history = unknown },
  expect = answer "not-warranted",
}
case "one red flag not asked" {
  screening = { bowel_change = unknown },
  expect = asks "screening.bowel_change",
}
case "sites not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
case "radiation not asked" {
  complaint = { radiation = unknown },
  expect = asks "complaint.radiation",
}
case "event not asked" { injury = { mechanism = unknown }, expect = asks "injury.mechanism" }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
case "18" { patient = { age_years = 18 }, expect = answer "not-warranted" }
case "17" { patient = { age_years = 17 }, expect = silent }
case "the decision, with all asked" { expect = decides { imaging = "not-warranted" } }
case "the decision, one red flag not asked" {
  screening = { bowel_change = unknown },
  expect = decides { imaging = "undetermined" },
}
case "the decision, fever alone" {
  screening = { fever = true },
  expect = decides { imaging = "not-warranted" },
}
case "weight loss" {
  screening = { unexplained_weight_loss = true },
  expect = silent,
}
case "7 of pain at rest" {
  complaint = { rest_pain = 7 },
  expect = silent,
}
case "sexual change alone" {
  screening = { sexual_change = true },
  expect = silent,
}
case "an earlier high-risk stress fracture" {
  screening = { stress_fracture_history = "high-risk-site" },
  expect = silent,
}
case "an inflammatory back" {
  screening = {
    back_pain_onset_age = 30,
    back_pain_months = 4,
    inflammatory_features = { "buttock-pain", "better-with-movement" },
  },
  expect = silent,
}
case "enthesitis with uveitis" {
  patient = { conditions = { "uveitis" } },
  screening = { inflammatory_features = { "enthesitis" } },
  expect = silent,
}
case "numb skin" {
  screening = { leg_neurology = { "sensory-loss" } },
  expect = silent,
}
case "ankle grade 4" {
  screening = { ankle_dorsiflexion_grade = 4 },
  expect = silent,
}
case "worse after 6 weeks of rehabilitation" {
  complaint = { trend = "worsening" },
  rehab = { stage = 2, adherent_weeks = 6 },
  expect = silent,
}
case "a fluoroquinolone" {
  patient = { medications = { "fluoroquinolone-now" } },
  expect = silent,
}
case "17, and nowhere hurts" {
  patient = { age_years = 17 },
  complaint = { sites = {} },
  expect = silent,
}
