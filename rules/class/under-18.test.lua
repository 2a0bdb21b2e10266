-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 17 },
  class = { asks_for = "runfit", assessed_by_physio = false },
}

case "17" { expect = answer "physio-assessment-first" }
case "18" { patient = { age_years = 18 }, expect = silent }
case "age not asked" {
  patient = { age_years = unknown },
  expect = asks "patient.age_years",
}
case "assessed" { class = { assessed_by_physio = true }, expect = silent }
case "assessment not asked" {
  class = { assessed_by_physio = unknown },
  expect = asks "class.assessed_by_physio",
}
