-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 43, sex = "female" },
  complaint = { trend = "worsening" },
  rehab = { stage = 2, adherent_weeks = 6 },
}

case "stage 2, 6 weeks, worsening" { expect = answer "gp-review" }
case "5.9 weeks" { rehab = { adherent_weeks = 5.9 }, expect = silent }
case "stable" { complaint = { trend = "stable" }, expect = silent }
case "improving" { complaint = { trend = "improving" }, expect = silent }
case "rehabilitation not started" { rehab = { stage = unknown }, expect = silent }
case "stage 0 is a stage" { rehab = { stage = 0 }, expect = answer "gp-review" }
case "trend not asked" {
  complaint = { trend = unknown },
  expect = asks "complaint.trend",
}
case "weeks not asked" {
  rehab = { adherent_weeks = unknown },
  expect = asks "rehab.adherent_weeks",
}
