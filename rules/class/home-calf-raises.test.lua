-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 75, sex = "male" },
  running = { wants_to_run = true },
  strength = { calf_raise_reps = 14 },
  class = { asks_for = "runfit" },
}

case "14 at 75, a man" { expect = answer "home-program-then-next-term" }
case "15 at 75, a man" { strength = { calf_raise_reps = 15 }, expect = silent }
case "16 at 75, a woman" {
  patient = { sex = "female" },
  strength = { calf_raise_reps = 16 },
  expect = answer "home-program-then-next-term",
}
case "17 at 75, a woman" {
  patient = { sex = "female" },
  strength = { calf_raise_reps = 17 },
  expect = silent,
}
case "15 at 75, intersex: the lower norm" {
  patient = { sex = "intersex" },
  strength = { calf_raise_reps = 15 },
  expect = silent,
}
case "14 at 75, undisclosed" {
  patient = { sex = "undisclosed" },
  expect = answer "home-program-then-next-term",
}
case "18 at 69, a man" {
  patient = { age_years = 69 },
  strength = { calf_raise_reps = 18 },
  expect = answer "home-program-then-next-term",
}
case "19 at 69, a man" {
  patient = { age_years = 69 },
  strength = { calf_raise_reps = 19 },
  expect = silent,
}
case "18 at 69, undisclosed: both norms are 19" {
  patient = { age_years = 69, sex = "undisclosed" },
  strength = { calf_raise_reps = 18 },
  expect = answer "home-program-then-next-term",
}
case "10 at 80, a man" {
  patient = { age_years = 80 },
  strength = { calf_raise_reps = 10 },
  expect = silent,
}
case "9 at 95, a man" {
  patient = { age_years = 95 },
  strength = { calf_raise_reps = 9 },
  expect = answer "home-program-then-next-term",
}
case "13 at 80, a woman" {
  patient = { age_years = 80, sex = "female" },
  strength = { calf_raise_reps = 13 },
  expect = answer "home-program-then-next-term",
}
case "19 at 25" {
  patient = { age_years = 25 },
  strength = { calf_raise_reps = 19 },
  expect = answer "home-program-then-next-term",
}
case "19 at 15, as in the twenties" {
  patient = { age_years = 15 },
  strength = { calf_raise_reps = 19 },
  expect = answer "home-program-then-next-term",
}
case "20 at 25 are enough" {
  patient = { age_years = 25 },
  strength = { calf_raise_reps = 20 },
  expect = silent,
}
case "20 are enough whatever the age" {
  patient = { age_years = unknown },
  strength = { calf_raise_reps = 20 },
  expect = silent,
}
case "14 with the age not asked" {
  patient = { age_years = unknown },
  expect = asks "patient.age_years",
}
case "14 with the sex not asked" {
  patient = { sex = unknown },
  expect = asks "patient.sex",
}
case "not tested" {
  strength = { calf_raise_reps = unknown },
  expect = asks "strength.calf_raise_reps",
}
case "does not want to run" { running = { wants_to_run = false }, expect = silent }
case "asks for another class" { class = { asks_for = "other" }, expect = silent }
