-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 52, sex = "male" },
  screening = { ankle_dorsiflexion_grade = 4 },
}

case "grade 4" { expect = answer "gp-review" }
case "grade 5" { screening = { ankle_dorsiflexion_grade = 5 }, expect = silent }
case "grade 2, months old" {
  screening = { ankle_dorsiflexion_grade = 2, foot_weakness_days = 400 },
  expect = answer "gp-review",
}
case "not tested" {
  screening = { ankle_dorsiflexion_grade = unknown },
  expect = asks "screening.ankle_dorsiflexion_grade",
}
