-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 44, sex = "male" },
  screening = {
    chest_pain = "older-unexplained",
    faint_or_breathless = "none",
    exercise_screen_yes = {},
  },
}

case "older chest pain" { expect = answer "this-week" }
case "an older faint" {
  screening = { chest_pain = "none", faint_or_breathless = "older-unexplained" },
  expect = answer "this-week",
}
case "chest pain in the exercise screen" {
  screening = { chest_pain = "none", exercise_screen_yes = { "chest-pain" } },
  expect = answer "this-week",
}
case "dizziness in the exercise screen" {
  screening = { chest_pain = "none", exercise_screen_yes = { "dizziness-or-fainting" } },
  expect = answer "this-week",
}
case "another yes in the exercise screen" {
  screening = { chest_pain = "none", exercise_screen_yes = { "asthma-attack" } },
  expect = silent,
}
case "chest pain in the last 3 days is the same-day rule" {
  screening = { chest_pain = "last-3-days" },
  expect = silent,
}
case "none" { screening = { chest_pain = "none" }, expect = silent }
case "chest pain not asked" {
  screening = { chest_pain = unknown },
  expect = asks "screening.chest_pain",
}
case "faint not asked" {
  screening = { chest_pain = "none", faint_or_breathless = unknown },
  expect = asks "screening.faint_or_breathless",
}
case "exercise screen not asked" {
  screening = { chest_pain = "none", exercise_screen_yes = unknown },
  expect = asks "screening.exercise_screen_yes",
}
