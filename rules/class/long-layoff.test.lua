-- SPDX-License-Identifier: Apache-2.0
person {
  running = { weeks_since_last_run = 26 },
  class = { asks_for = "runfit", assessed_by_physio = false },
}

case "26 weeks" { expect = answer "physio-assessment-first" }
case "25 weeks" { running = { weeks_since_last_run = 25 }, expect = silent }
case "weeks not asked" {
  running = { weeks_since_last_run = unknown },
  expect = asks "running.weeks_since_last_run",
}
case "assessed" { class = { assessed_by_physio = true }, expect = silent }
case "assessment not asked" {
  class = { assessed_by_physio = unknown },
  expect = asks "class.assessed_by_physio",
}
