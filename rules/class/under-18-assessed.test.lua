-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 17 },
  class = { asks_for = "runfit", assessed_by_physio = true },
}

case "17 and assessed" { expect = answer "other-class" }
case "18" { patient = { age_years = 18 }, expect = silent }
case "not assessed" { class = { assessed_by_physio = false }, expect = silent }
case "assessment not asked" {
  class = { assessed_by_physio = unknown },
  expect = asks "class.assessed_by_physio",
}
case "age not asked" {
  patient = { age_years = unknown },
  expect = asks "patient.age_years",
}
