-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { trend = "stable" },
  rehab = { stage = 2, adherent_weeks = 14 },
}

case "14 weeks done, no better" { expect = answer "reasonable" }
case "14 weeks done, worse" {
  complaint = { trend = "worsening" },
  expect = answer "reasonable",
}
case "12 weeks" { rehab = { adherent_weeks = 12 }, expect = answer "reasonable" }
case "11.9 weeks" { rehab = { adherent_weeks = 11.9 }, expect = silent }
case "improving" { complaint = { trend = "improving" }, expect = silent }
case "improving, cortisone considered" {
  complaint = { trend = "improving" },
  treatment = { considering = { "cortisone-injection" } },
  expect = answer "reasonable",
}
case "improving, platelet-rich plasma considered" {
  complaint = { trend = "improving" },
  treatment = { considering = { "prp-injection" } },
  expect = answer "reasonable",
}
case "improving, surgery considered" {
  complaint = { trend = "improving" },
  treatment = { considering = { "surgery" } },
  expect = answer "reasonable",
}
case "improving, shockwave considered" {
  complaint = { trend = "improving" },
  treatment = { considering = { "shockwave" } },
  expect = silent,
}
case "rehabilitation not started" { rehab = { stage = unknown }, expect = silent }
case "stage 0 is a stage" { rehab = { stage = 0 }, expect = answer "reasonable" }
case "weeks not asked" {
  rehab = { adherent_weeks = unknown },
  expect = asks "rehab.adherent_weeks",
}
case "trend not asked" { complaint = { trend = unknown }, expect = asks "complaint.trend" }
case "trend not asked, surgery considered" {
  complaint = { trend = unknown },
  treatment = { considering = { "surgery" } },
  expect = answer "reasonable",
}
