-- SPDX-License-Identifier: Apache-2.0
person {
  screening = { exercise_screen_yes = { "asthma-attack" } },
  class = { asks_for = "runfit", medically_cleared = false },
}

case "one yes" { expect = answer "medical-clearance-first" }
case "cleared" { class = { medically_cleared = true }, expect = silent }
case "clearance not asked" {
  class = { medically_cleared = unknown },
  expect = presumed "medical-clearance-first",
}
case "six times no" { screening = { exercise_screen_yes = {} }, expect = silent }
case "not screened" {
  screening = { exercise_screen_yes = unknown },
  expect = asks "screening.exercise_screen_yes",
}
