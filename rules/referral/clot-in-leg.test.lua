-- SPDX-License-Identifier: Apache-2.0
person {
  patient = {
    age_years = 46,
    sex = "female",
    pregnancy_warning_signs = {},
    pregnant_weeks = 0,
    gave_birth_last_3_years = false,
  },
  complaint = { sites = { "calf" }, duration_weeks = 2 },
  screening = { dvt_signs = { "calf-3cm-larger" } },
}

case "calf 3 cm larger" { expect = answer "same-day" }
case "deep vein tenderness, thigh pain of a year" {
  complaint = { sites = { "posterior-thigh" }, duration_weeks = 52 },
  screening = { dvt_signs = { "deep-vein-tenderness" } },
  expect = answer "same-day",
}
case "whole leg swollen, sit bone pain" {
  complaint = { sites = { "sit-bone" } },
  screening = { dvt_signs = { "whole-leg-swollen" } },
  expect = answer "same-day",
}
case "pitting oedema" {
  complaint = { sites = { "sit-bone" } },
  screening = { dvt_signs = { "pitting-oedema" } },
  expect = answer "same-day",
}
case "collateral veins" {
  complaint = { sites = { "sit-bone" } },
  screening = { dvt_signs = { "collateral-veins" } },
  expect = answer "same-day",
}
case "earlier clot with calf pain" {
  screening = { dvt_signs = { "previous-dvt" } },
  expect = answer "same-day",
}
case "active cancer with calf pain" {
  screening = { dvt_signs = { "active-cancer" } },
  expect = answer "same-day",
}
case "earlier clot with thigh pain of 5.9 weeks" {
  complaint = { sites = { "posterior-thigh" }, duration_weeks = 5.9 },
  screening = { dvt_signs = { "previous-dvt" } },
  expect = answer "same-day",
}
case "earlier clot with thigh pain of 6 weeks" {
  complaint = { sites = { "posterior-thigh" }, duration_weeks = 6 },
  screening = { dvt_signs = { "previous-dvt" } },
  expect = silent,
}
case "earlier clot with thigh pain, weeks not asked" {
  complaint = { sites = { "posterior-thigh" }, duration_weeks = unknown },
  screening = { dvt_signs = { "previous-dvt" } },
  expect = presumed "same-day",
}
case "earlier clot with sit-bone pain" {
  complaint = { sites = { "sit-bone" } },
  screening = { dvt_signs = { "previous-dvt" } },
  expect = silent,
}
case "calf pain, no item, nothing else" { screening = { dvt_signs = {} }, expect = silent }
case "calf pain, 1 week pregnant" {
  patient = { pregnant_weeks = 1 },
  screening = { dvt_signs = {} },
  expect = answer "same-day",
}
case "calf pain in an undisclosed sex, pregnant" {
  patient = { sex = "undisclosed", pregnant_weeks = 30 },
  screening = { dvt_signs = {} },
  expect = answer "same-day",
}
case "calf pain in a man, pregnant by mistake" {
  patient = { sex = "male", pregnant_weeks = 30 },
  screening = { dvt_signs = {} },
  expect = silent,
}
case "sit-bone pain, pregnant" {
  patient = { pregnant_weeks = 30 },
  complaint = { sites = { "sit-bone" } },
  screening = { dvt_signs = {} },
  expect = silent,
}
case "calf pain, 84 days after birth" {
  patient = { gave_birth_last_3_years = true, postpartum_days = 84 },
  screening = { dvt_signs = {} },
  expect = answer "same-day",
}
case "calf pain, 85 days after birth" {
  patient = { gave_birth_last_3_years = true, postpartum_days = 85 },
  screening = { dvt_signs = {} },
  expect = silent,
}
case "calf pain, no birth, days filled in" {
  patient = { gave_birth_last_3_years = false, postpartum_days = 20 },
  screening = { dvt_signs = {} },
  expect = silent,
}
case "calf swelling as a pregnancy sign" {
  patient = { pregnancy_warning_signs = { "calf-pain-or-swelling" } },
  complaint = { sites = { "sit-bone" } },
  screening = { dvt_signs = {} },
  expect = answer "same-day",
}
case "the same sign in a man" {
  patient = { sex = "male", pregnancy_warning_signs = { "calf-pain-or-swelling" } },
  complaint = { sites = { "sit-bone" } },
  screening = { dvt_signs = {} },
  expect = silent,
}
case "items not asked" {
  screening = { dvt_signs = unknown },
  expect = asks "screening.dvt_signs",
}
case "sites not asked, an earlier clot" {
  complaint = { sites = unknown },
  screening = { dvt_signs = { "previous-dvt" } },
  expect = asks "complaint.sites",
}
case "sex not asked, calf pain" {
  patient = { sex = unknown, pregnant_weeks = 20 },
  screening = { dvt_signs = {} },
  expect = asks "patient.sex",
}
case "calf 3 cm larger, sit bone pain" {
  complaint = { sites = { "sit-bone" } },
  expect = answer "same-day",
}
