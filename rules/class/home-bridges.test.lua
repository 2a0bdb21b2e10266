-- SPDX-License-Identifier: Apache-2.0
person {
  running = { wants_to_run = true },
  strength = { single_leg_bridge_reps = 19 },
  class = { asks_for = "runfit" },
}

case "19 bridges" { expect = answer "home-program-then-next-term" }
case "20 bridges" { strength = { single_leg_bridge_reps = 20 }, expect = silent }
case "not tested" {
  strength = { single_leg_bridge_reps = unknown },
  expect = asks "strength.single_leg_bridge_reps",
}
case "does not want to run" { running = { wants_to_run = false }, expect = silent }
case "asks for another class" { class = { asks_for = "other" }, expect = silent }
