-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/infection: the scan has to follow it.
person {
  patient = { age_years = 45, sex = "male", conditions = {}, medications = {} },
  complaint = { sites = { "sacroiliac", "buttock" }, rest_pain = 3, night_pain = "none" },
  screening = { systemically_unwell = false, fever = true, infection_risks = {} },
  treatment = { had_injection = false },
}

case "fever with rest pain 3" { expect = answer "warranted-now" }
case "fever with rest pain 2 alone" { complaint = { rest_pain = 2 }, expect = silent }
case "fever with aching at night" {
  complaint = { rest_pain = 0, night_pain = "aching" },
  expect = answer "warranted-now",
}
case "fever with constant night pain" {
  complaint = { rest_pain = 0, night_pain = "constant" },
  expect = answer "warranted-now",
}
case "fever with pain that prevents sleep" {
  complaint = { rest_pain = 0, night_pain = "prevents-sleep" },
  expect = answer "warranted-now",
}
case "fever with pain on lying on it only" {
  complaint = { rest_pain = 0, night_pain = "lying-on-it" },
  expect = silent,
}
case "fever with diabetes" {
  patient = { conditions = { "diabetes" } },
  complaint = { rest_pain = 0 },
  expect = answer "warranted-now",
}
case "fever with steroid tablets" {
  patient = { medications = { "oral-corticosteroid" } },
  complaint = { rest_pain = 0 },
  expect = answer "warranted-now",
}
case "fever with a recent urinary infection" {
  complaint = { rest_pain = 0 },
  screening = { infection_risks = { "recent-urinary-infection" } },
  expect = answer "warranted-now",
}
case "fever 6 weeks after an injection" {
  complaint = { rest_pain = 0 },
  treatment = { had_injection = true, weeks_since_injection = 6 },
  expect = answer "warranted-now",
}
case "fever 6.1 weeks after an injection" {
  complaint = { rest_pain = 0 },
  treatment = { had_injection = true, weeks_since_injection = 6.1 },
  expect = silent,
}
case "fever, weeks filled in but never injected" {
  complaint = { rest_pain = 0 },
  treatment = { had_injection = false, weeks_since_injection = 2 },
  expect = silent,
}
case "unwell is enough" {
  complaint = { rest_pain = 0 },
  screening = { fever = false, systemically_unwell = true },
  expect = answer "warranted-now",
}
case "an infection risk with rest pain 7, no fever" {
  complaint = { rest_pain = 7 },
  screening = { fever = false, infection_risks = { "tuberculosis" } },
  expect = answer "warranted-now",
}
case "an infection risk with rest pain 6, no fever" {
  complaint = { rest_pain = 6 },
  screening = { fever = false, infection_risks = { "tuberculosis" } },
  expect = silent,
}
case "an infection risk with rest pain 5 and aching at night" {
  complaint = { rest_pain = 5, night_pain = "aching" },
  screening = { fever = false, infection_risks = { "immunosuppression" } },
  expect = answer "warranted-now",
}
case "an infection risk with rest pain 4 and aching at night" {
  complaint = { rest_pain = 4, night_pain = "aching" },
  screening = { fever = false, infection_risks = { "immunosuppression" } },
  expect = silent,
}
case "rest pain 5 and aching at night without a risk" {
  complaint = { rest_pain = 5, night_pain = "aching" },
  screening = { fever = false },
  expect = silent,
}
case "no fever, well, no risk" { screening = { fever = false }, expect = silent }
case "fever not taken" { screening = { fever = unknown }, expect = asks "screening.fever" }
case "unwell not asked" {
  screening = { fever = false, systemically_unwell = unknown },
  expect = asks "screening.systemically_unwell",
}
case "risks not asked in severe pain" {
  complaint = { rest_pain = 8 },
  screening = { fever = false, infection_risks = unknown },
  expect = asks "screening.infection_risks",
}
