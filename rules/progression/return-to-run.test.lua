-- SPDX-License-Identifier: Apache-2.0
person {
  patient = {
    sex = "female",
    gave_birth_last_3_years = true,
    postpartum_days = 84,
    pelvic_floor_symptoms = false,
  },
  complaint = { rest_pain = 0 },
  rehab = { stage = 3, load_test_pain = 3, settles_hours = 24, weeks_stable = 2 },
  strength = { walk_30min_pain = 2, single_leg_bridge_reps = 20 },
}

case "all criteria, 84 days after a birth" { expect = answer "return-to-run" }
case "83 days after" { patient = { postpartum_days = 83 }, expect = silent }
case "no birth" {
  patient = { gave_birth_last_3_years = false, postpartum_days = unknown },
  expect = answer "return-to-run",
}
case "pelvic floor symptoms" {
  patient = { pelvic_floor_symptoms = true },
  expect = silent,
}
case "a man is not asked" {
  patient = {
    sex = "male",
    gave_birth_last_3_years = unknown,
    postpartum_days = unknown,
    pelvic_floor_symptoms = unknown,
  },
  expect = answer "return-to-run",
}
case "pelvic floor not asked" {
  patient = { pelvic_floor_symptoms = unknown },
  expect = asks "patient.pelvic_floor_symptoms",
}
case "stage 2" { rehab = { stage = 2 }, expect = silent }
case "stage 4" { rehab = { stage = 4 }, expect = answer "return-to-run" }
case "rest pain 1" { complaint = { rest_pain = 1 }, expect = silent }
case "walking hurts 3" { strength = { walk_30min_pain = 3 }, expect = silent }
case "19 bridges" { strength = { single_leg_bridge_reps = 19 }, expect = silent }
case "pain 4" { rehab = { load_test_pain = 4 }, expect = silent }
case "bridges not tested" {
  strength = { single_leg_bridge_reps = unknown },
  expect = asks "strength.single_leg_bridge_reps",
}
