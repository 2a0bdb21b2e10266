-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { high_stress = true },
  running = { level = "recreational", event_on = unknown },
}

case "a stressful time" { expect = answer "given" }
case "a competitive runner" {
  patient = { high_stress = false },
  running = { level = "competitive" },
  expect = answer "given",
}
case "an event ahead" {
  patient = { high_stress = false },
  running = { event_on = "2027-03-14" },
  expect = answer "given",
}
case "neither, event not asked" {
  patient = { high_stress = false },
  expect = asks "running.event_on",
}
case "an elite runner" {
  patient = { high_stress = false },
  running = { level = "elite" },
  expect = answer "given",
}
