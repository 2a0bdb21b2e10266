-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/sepsis: the scan has to follow it.
person {
  patient = { age_years = 48, sex = "male", conditions = {}, medications = {} },
  complaint = { sites = { "sacroiliac" }, rest_pain = 3, night_pain = "none" },
  screening = { systemically_unwell = true, fever = true, infection_risks = {} },
  treatment = { had_injection = false },
}

case "unwell with fever" { expect = answer "warranted-now" }
case "unwell, no fever, an infection risk" {
  screening = { fever = false, infection_risks = { "injecting-drug-use" } },
  expect = answer "warranted-now",
}
case "unwell, no fever, diabetes" {
  patient = { conditions = { "diabetes" } },
  screening = { fever = false },
  expect = answer "warranted-now",
}
case "unwell, no fever, steroid tablets" {
  patient = { medications = { "oral-corticosteroid" } },
  screening = { fever = false },
  expect = answer "warranted-now",
}
case "unwell, injected 6 weeks ago" {
  screening = { fever = false },
  treatment = { had_injection = true, weeks_since_injection = 6 },
  expect = answer "warranted-now",
}
case "unwell, injected 6.1 weeks ago" {
  screening = { fever = false },
  treatment = { had_injection = true, weeks_since_injection = 6.1 },
  expect = silent,
}
case "no injection, whatever its weeks say" {
  screening = { fever = false },
  treatment = { had_injection = false, weeks_since_injection = 1 },
  expect = silent,
}
case "unwell, rest pain 5" {
  complaint = { rest_pain = 5 },
  screening = { fever = false },
  expect = answer "warranted-now",
}
case "unwell, rest pain 4" {
  complaint = { rest_pain = 4 },
  screening = { fever = false },
  expect = silent,
}
case "unwell, constant night pain" {
  complaint = { night_pain = "constant" },
  screening = { fever = false },
  expect = answer "warranted-now",
}
case "unwell, pain that prevents sleep" {
  complaint = { night_pain = "prevents-sleep" },
  screening = { fever = false },
  expect = answer "warranted-now",
}
case "unwell, aching at night is the same-day rule" {
  complaint = { night_pain = "aching" },
  screening = { fever = false },
  expect = silent,
}
case "well, with fever" { screening = { systemically_unwell = false }, expect = silent }
case "unwell not asked" {
  screening = { systemically_unwell = unknown },
  expect = asks "screening.systemically_unwell",
}
case "fever not taken" { screening = { fever = unknown }, expect = asks "screening.fever" }
