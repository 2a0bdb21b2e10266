-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { sex = "female", pregnant_weeks = 16 },
  class = { asks_for = "runfit", medically_cleared = false },
}

case "16 weeks" { expect = answer "medical-clearance-first" }
case "1 week" { patient = { pregnant_weeks = 1 }, expect = answer "medical-clearance-first" }
case "not pregnant" { patient = { pregnant_weeks = 0 }, expect = silent }
case "a man" { patient = { sex = "male" }, expect = silent }
case "midwife agreed" { class = { medically_cleared = true }, expect = silent }
case "agreement not asked" {
  class = { medically_cleared = unknown },
  expect = presumed "medical-clearance-first",
}
case "not asked" {
  patient = { pregnant_weeks = unknown },
  expect = asks "patient.pregnant_weeks",
}
