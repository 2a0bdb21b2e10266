-- SPDX-License-Identifier: Apache-2.0
person {
  screening = {
    chest_pain = "older-unexplained",
    faint_or_breathless = "none",
    exercise_screen_yes = {},
  },
  class = { asks_for = "runfit" },
}

case "older chest pain" { expect = answer "medical-clearance-first" }
case "cleared all the same" {
  class = { medically_cleared = true },
  expect = answer "medical-clearance-first",
}
case "fainting in the exercise screen" {
  screening = { chest_pain = "none", exercise_screen_yes = { "dizziness-or-fainting" } },
  expect = answer "medical-clearance-first",
}
case "none" { screening = { chest_pain = "none" }, expect = silent }
case "not asked" {
  screening = { chest_pain = unknown },
  expect = asks "screening.chest_pain",
}
