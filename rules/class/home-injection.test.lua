-- SPDX-License-Identifier: Apache-2.0
person {
  running = { wants_to_run = true },
  treatment = { had_injection = true, weeks_since_injection = 2 },
  class = { asks_for = "runfit" },
}

case "2 weeks" { expect = answer "home-program-then-next-term" }
case "2.1 weeks" { treatment = { weeks_since_injection = 2.1 }, expect = silent }
case "never injected" { treatment = { had_injection = false }, expect = silent }
case "weeks not asked" {
  treatment = { weeks_since_injection = unknown },
  expect = asks "treatment.weeks_since_injection",
}
case "does not want to run" { running = { wants_to_run = false }, expect = silent }
case "asks for another class" { class = { asks_for = "other" }, expect = silent }
