-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 70 },
  screening = { weekly_activity_minutes = 149 },
  class = { asks_for = "runfit", medically_cleared = false },
}

case "70, 149 minutes" { expect = answer "medical-clearance-first" }
case "69" { patient = { age_years = 69 }, expect = silent }
case "150 minutes" { screening = { weekly_activity_minutes = 150 }, expect = silent }
case "cleared" { class = { medically_cleared = true }, expect = silent }
case "clearance not asked" {
  class = { medically_cleared = unknown },
  expect = presumed "medical-clearance-first",
}
case "minutes not asked" {
  screening = { weekly_activity_minutes = unknown },
  expect = asks "screening.weekly_activity_minutes",
}
