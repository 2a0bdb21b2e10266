-- SPDX-License-Identifier: Apache-2.0
person {
  running = { level = "never" },
  class = { asks_for = "runfit", assessed_by_physio = false },
}

case "never run" { expect = answer "physio-assessment-first" }
case "a novice" { running = { level = "novice" }, expect = silent }
case "level not asked" {
  running = { level = unknown },
  expect = asks "running.level",
}
case "assessed" { class = { assessed_by_physio = true }, expect = silent }
case "assessment not asked" {
  class = { assessed_by_physio = unknown },
  expect = asks "class.assessed_by_physio",
}
