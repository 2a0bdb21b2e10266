-- SPDX-License-Identifier: Apache-2.0
person {
  patient = {
    age_years = 33,
    sex = "female",
    pregnant_weeks = 22,
    pregnancy_warning_signs = { "bleeding" },
  },
}

case "bleeding" { expect = answer "same-day" }
case "fluid loss" {
  patient = { pregnancy_warning_signs = { "fluid-loss" } },
  expect = answer "same-day",
}
case "severe headache, sex undisclosed" {
  patient = { sex = "undisclosed", pregnancy_warning_signs = { "severe-headache" } },
  expect = answer "same-day",
}
case "calf pain, intersex" {
  patient = { sex = "intersex", pregnancy_warning_signs = { "calf-pain-or-swelling" } },
  expect = answer "same-day",
}
case "asked, none" { patient = { pregnancy_warning_signs = {} }, expect = silent }
case "male" { patient = { sex = "male" }, expect = silent }
case "sex not asked" { patient = { sex = unknown }, expect = asks "patient.sex" }
case "signs not asked" {
  patient = { pregnancy_warning_signs = unknown },
  expect = asks "patient.pregnancy_warning_signs",
}
