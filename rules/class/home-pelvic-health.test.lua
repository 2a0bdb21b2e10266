-- SPDX-License-Identifier: Apache-2.0
person {
  patient = {
    sex = "female",
    gave_birth_last_3_years = true,
    postpartum_days = 83,
    pelvic_floor_symptoms = false,
  },
  running = { wants_to_run = true },
  class = { asks_for = "runfit", pelvic_health_cleared = false },
}

case "83 days after a birth" { expect = answer "home-program-then-next-term" }
case "84 days" { patient = { postpartum_days = 84 }, expect = silent }
case "symptoms, birth long ago" {
  patient = { postpartum_days = 400, pelvic_floor_symptoms = true },
  expect = answer "home-program-then-next-term",
}
case "no birth, no symptoms" {
  patient = { gave_birth_last_3_years = false },
  expect = silent,
}
case "a man" { patient = { sex = "male", pelvic_floor_symptoms = true }, expect = silent }
case "cleared" { class = { pelvic_health_cleared = true }, expect = silent }
case "clearance not asked" {
  class = { pelvic_health_cleared = unknown },
  expect = presumed "home-program-then-next-term",
}
case "days not asked" {
  patient = { postpartum_days = unknown },
  expect = asks "patient.postpartum_days",
}
case "does not want to run" { running = { wants_to_run = false }, expect = silent }
case "asks for another class" { class = { asks_for = "other" }, expect = silent }
