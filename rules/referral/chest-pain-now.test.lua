-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 56, sex = "male" },
  screening = { chest_pain = "now-or-last-12-hours", faint_or_breathless = "none" },
}

case "chest pain now" { expect = answer "emergency" }
case "a faint in the last 12 hours" {
  screening = { chest_pain = "none", faint_or_breathless = "now-or-last-12-hours" },
  expect = answer "emergency",
}
case "one is enough, the other not asked" {
  screening = { faint_or_breathless = unknown },
  expect = answer "emergency",
}
case "yesterday is the same-day rule" {
  screening = { chest_pain = "last-3-days" },
  expect = silent,
}
case "a faint yesterday is the same-day rule" {
  screening = { chest_pain = "none", faint_or_breathless = "last-3-days" },
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
case "breathlessness not asked" {
  screening = { chest_pain = "none", faint_or_breathless = unknown },
  expect = asks "screening.faint_or_breathless",
}
