-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 60, sex = "male" },
  screening = { coughing_blood = true },
}

case "yes" { expect = answer "same-day" }
case "no" { screening = { coughing_blood = false }, expect = silent }
case "not asked" {
  screening = { coughing_blood = unknown },
  expect = asks "screening.coughing_blood",
}
