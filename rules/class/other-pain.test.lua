-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { sites = { "knee" }, onset = "gradual" },
  class = { asks_for = "runfit", assessed_by_physio = false },
}

case "knee pain" { expect = answer "physio-assessment-first" }
case "no pain anywhere" { complaint = { sites = {} }, expect = silent }
case "sudden sit-bone pain" {
  complaint = { sites = { "sit-bone" }, onset = "sudden" },
  expect = answer "physio-assessment-first",
}
case "gradual sit-bone pain" {
  patient = { age_years = 40 },
  complaint = { sites = { "sit-bone" }, radiation = "none" },
  examination = { seated_piriformis = false, slump = false },
  expect = silent,
}
case "site not asked" {
  complaint = { sites = unknown },
  expect = asks "complaint.sites",
}
case "assessed" { class = { assessed_by_physio = true }, expect = silent }
case "assessment not asked" {
  class = { assessed_by_physio = unknown },
  expect = asks "class.assessed_by_physio",
}
