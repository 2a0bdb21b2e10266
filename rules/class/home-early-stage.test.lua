-- SPDX-License-Identifier: Apache-2.0
person {
  running = { wants_to_run = true },
  rehab = { stage = 2 },
  class = { asks_for = "runfit" },
}

case "stage 2" { expect = answer "home-program-then-next-term" }
case "stage 0" { rehab = { stage = 0 }, expect = answer "home-program-then-next-term" }
case "stage 3" { rehab = { stage = 3 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "wish to run not asked" {
  running = { wants_to_run = unknown },
  expect = asks "running.wants_to_run",
}
case "does not want to run" { running = { wants_to_run = false }, expect = silent }
case "asks for another class" { class = { asks_for = "other" }, expect = silent }
