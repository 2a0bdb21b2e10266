-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { sex = "male", sleep_hours = 7, high_stress = false, bmi = 22 },
  screening = { stress_fracture_history = "none" },
}

case "7 hours" { expect = answer "given" }
case "7.1 hours" { patient = { sleep_hours = 7.1 }, expect = silent }
case "a stressful time" {
  patient = { sleep_hours = 8, high_stress = true },
  expect = answer "given",
}
case "an earlier stress fracture" {
  patient = { sleep_hours = 8 },
  screening = { stress_fracture_history = "low-risk-site" },
  expect = answer "given",
}
case "sleep not asked" {
  patient = { sleep_hours = unknown },
  expect = asks "patient.sleep_hours",
}
