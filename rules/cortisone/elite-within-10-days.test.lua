-- SPDX-License-Identifier: Apache-2.0
person {
  running = { level = "elite" },
  treatment = {
    considering = { "cortisone-injection" },
    cortisone_drug = "triamcinolone",
    days_to_competition = 9,
  },
  rehab = { stage = 3, adherent_weeks = 16 },
}

case "triamcinolone, 9 days" { expect = answer "specialist-decision" }
case "prednisolone" {
  treatment = { cortisone_drug = "prednisolone" },
  expect = answer "specialist-decision",
}
case "betamethasone" { treatment = { cortisone_drug = "betamethasone" }, expect = silent }
case "methylprednisolone" {
  treatment = { cortisone_drug = "methylprednisolone" },
  expect = silent,
}
case "10 days" {
  treatment = { days_to_competition = 10 },
  expect = answer "specialist-decision",
}
case "11 days" { treatment = { days_to_competition = 11 }, expect = silent }
case "drug not asked" {
  treatment = { cortisone_drug = unknown },
  expect = asks "treatment.cortisone_drug",
}
case "days not asked" {
  treatment = { days_to_competition = unknown },
  expect = asks "treatment.days_to_competition",
}
case "rehabilitation not started" { rehab = { stage = unknown }, expect = silent }
case "11.9 weeks" { rehab = { adherent_weeks = 11.9 }, expect = silent }
case "12 weeks" { rehab = { adherent_weeks = 12 }, expect = answer "specialist-decision" }
case "competitive" { running = { level = "competitive" }, expect = silent }
case "weeks not asked" {
  rehab = { adherent_weeks = unknown },
  expect = asks "rehab.adherent_weeks",
}
case "level not asked" { running = { level = unknown }, expect = asks "running.level" }
