-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { conditions = {}, medications = {} },
  complaint = { rest_pain = 0, night_pain = "none" },
  screening = { fever = false, systemically_unwell = false, infection_risks = {} },
  treatment = { considering = { "shockwave" }, had_injection = false },
}

case "no fever, well" { expect = silent }
case "fever" { screening = { fever = true }, expect = answer "contraindicated" }
case "very unwell" {
  screening = { systemically_unwell = true },
  expect = answer "contraindicated",
}
case "diabetes and rest pain 7" {
  patient = { conditions = { "diabetes" } },
  complaint = { rest_pain = 7 },
  expect = answer "contraindicated",
}
case "diabetes and rest pain 6" {
  patient = { conditions = { "diabetes" } },
  complaint = { rest_pain = 6 },
  expect = silent,
}
case "tuberculosis, rest pain 5 and night ache" {
  complaint = { rest_pain = 5, night_pain = "aching" },
  screening = { infection_risks = { "tuberculosis" } },
  expect = answer "contraindicated",
}
case "tuberculosis, rest pain 4 and night ache" {
  complaint = { rest_pain = 4, night_pain = "aching" },
  screening = { infection_risks = { "tuberculosis" } },
  expect = silent,
}
case "injected 6 weeks ago, rest pain 7" {
  complaint = { rest_pain = 7 },
  treatment = { had_injection = true, weeks_since_injection = 6 },
  expect = answer "contraindicated",
}
case "injected 6.1 weeks ago, rest pain 7" {
  complaint = { rest_pain = 7 },
  treatment = { had_injection = true, weeks_since_injection = 6.1 },
  expect = silent,
}
case "fever not asked" { screening = { fever = unknown }, expect = asks "screening.fever" }
case "wellness not asked" {
  screening = { systemically_unwell = unknown },
  expect = asks "screening.systemically_unwell",
}
case "fever, but another treatment asked about" {
  screening = { fever = true },
  treatment = { considering = { "prp-injection" } },
  expect = silent,
}
