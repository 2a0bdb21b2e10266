-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 50, sex = "female" },
  screening = { chest_pain = "last-3-days", faint_or_breathless = "none" },
}

case "chest pain" { expect = answer "same-day" }
case "a faint" {
  screening = { chest_pain = "none", faint_or_breathless = "last-3-days" },
  expect = answer "same-day",
}
case "chest pain now is the emergency rule" {
  screening = { chest_pain = "now-or-last-12-hours" },
  expect = silent,
}
case "a faint now is the emergency rule" {
  screening = { chest_pain = "none", faint_or_breathless = "now-or-last-12-hours" },
  expect = silent,
}
case "older is the this-week rule" {
  screening = { chest_pain = "older-unexplained" },
  expect = silent,
}
case "neither" { screening = { chest_pain = "none" }, expect = silent }
case "chest pain not asked" {
  screening = { chest_pain = unknown },
  expect = asks "screening.chest_pain",
}
case "faint not asked" {
  screening = { chest_pain = "none", faint_or_breathless = unknown },
  expect = asks "screening.faint_or_breathless",
}
