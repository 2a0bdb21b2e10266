-- SPDX-License-Identifier: Apache-2.0
person {
  screening = { exercise_screen_yes = { "unstable-diabetes" } },
  treatment = { considering = { "cortisone-injection" } },
}

case "diabetes hard to control" { expect = answer "contraindicated" }
case "asthma" { screening = { exercise_screen_yes = { "asthma-attack" } }, expect = silent }
case "all six answered no" { screening = { exercise_screen_yes = {} }, expect = silent }
case "known diabetes, not hard to control" {
  patient = { conditions = { "diabetes" } },
  screening = { exercise_screen_yes = {} },
  expect = silent,
}
case "screen not asked" {
  screening = { exercise_screen_yes = unknown },
  expect = asks "screening.exercise_screen_yes",
}
