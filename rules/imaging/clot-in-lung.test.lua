-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/clot-in-lung: the scan has to follow it.
person {
  patient = {
    age_years = 52,
    sex = "female",
    pregnancy_warning_signs = {},
    pregnant_weeks = 0,
    gave_birth_last_3_years = false,
  },
  complaint = { sites = { "posterior-thigh" }, duration_weeks = 10 },
  screening = {
    dvt_signs = { "previous-dvt" },
    chest_pain = "last-3-days",
    faint_or_breathless = "none",
    coughing_blood = false,
  },
}

case "a clot item with chest pain in the last 3 days" { expect = answer "warranted-now" }
case "chest pain now" {
  screening = { chest_pain = "now-or-last-12-hours" },
  expect = answer "warranted-now",
}
case "breathless in the last 3 days" {
  screening = { chest_pain = "none", faint_or_breathless = "last-3-days" },
  expect = answer "warranted-now",
}
case "breathless now" {
  screening = { chest_pain = "none", faint_or_breathless = "now-or-last-12-hours" },
  expect = answer "warranted-now",
}
case "with coughed-up blood" {
  screening = { chest_pain = "none", coughing_blood = true },
  expect = answer "warranted-now",
}
case "older chest pain is another rule" {
  screening = { chest_pain = "older-unexplained" },
  expect = silent,
}
case "blood and breathlessness without a leg sign" {
  screening = {
    dvt_signs = {},
    chest_pain = "none",
    faint_or_breathless = "last-3-days",
    coughing_blood = true,
  },
  expect = answer "warranted-now",
}
case "blood and a faint just now without a leg sign" {
  screening = {
    dvt_signs = {},
    chest_pain = "none",
    faint_or_breathless = "now-or-last-12-hours",
    coughing_blood = true,
  },
  expect = answer "warranted-now",
}
case "breathless, no blood, no leg sign" {
  screening = { dvt_signs = {}, faint_or_breathless = "last-3-days" },
  expect = silent,
}
case "blood alone, no leg sign" {
  screening = { dvt_signs = {}, chest_pain = "none", coughing_blood = true },
  expect = silent,
}
case "calf pain, no item, not pregnant" {
  complaint = { sites = { "calf" } },
  screening = { dvt_signs = {} },
  expect = silent,
}
case "no leg sign at all" { screening = { dvt_signs = {} }, expect = silent }
case "calf pain in pregnancy with chest pain" {
  patient = { pregnant_weeks = 20 },
  complaint = { sites = { "calf" } },
  screening = { dvt_signs = {} },
  expect = answer "warranted-now",
}
case "calf swelling as a pregnancy sign with chest pain" {
  patient = { pregnant_weeks = 20, pregnancy_warning_signs = { "calf-pain-or-swelling" } },
  screening = { dvt_signs = {} },
  expect = answer "warranted-now",
}
case "calf pain 10 days after birth with chest pain" {
  patient = { gave_birth_last_3_years = true, postpartum_days = 10 },
  complaint = { sites = { "calf" } },
  screening = { dvt_signs = {} },
  expect = answer "warranted-now",
}
case "nothing from the chest" { screening = { chest_pain = "none" }, expect = silent }
case "chest pain not asked" {
  screening = { chest_pain = unknown },
  expect = asks "screening.chest_pain",
}
case "leg signs not asked" {
  screening = { dvt_signs = unknown },
  expect = asks "screening.dvt_signs",
}
