-- SPDX-License-Identifier: Apache-2.0
person {
  running = { wants_to_run = true },
  strength = { walk_30min_pain = 3 },
  class = { asks_for = "runfit" },
}

case "pain 3" { expect = answer "home-program-then-next-term" }
case "pain 2" { strength = { walk_30min_pain = 2 }, expect = silent }
case "not tested" {
  strength = { walk_30min_pain = unknown },
  expect = asks "strength.walk_30min_pain",
}
case "does not want to run" { running = { wants_to_run = false }, expect = silent }
case "asks for another class" { class = { asks_for = "other" }, expect = silent }
