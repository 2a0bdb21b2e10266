-- SPDX-License-Identifier: Apache-2.0
person {
  running = { level = "elite" },
  treatment = { considering = { "cortisone-injection" }, days_to_competition = 2 },
  rehab = { stage = 3, adherent_weeks = 6 },
}

case "2 days, 6 weeks done" { expect = answer "advise-against" }
case "3 days" { treatment = { days_to_competition = 3 }, expect = answer "advise-against" }
case "4 days, another drug" {
  treatment = { days_to_competition = 4, cortisone_drug = "betamethasone" },
  expect = silent,
}
case "10 days, triamcinolone" {
  treatment = { days_to_competition = 10, cortisone_drug = "triamcinolone" },
  expect = answer "advise-against",
}
case "10 days, prednisolone" {
  treatment = { days_to_competition = 10, cortisone_drug = "prednisolone" },
  expect = answer "advise-against",
}
case "11 days, triamcinolone" {
  treatment = { days_to_competition = 11, cortisone_drug = "triamcinolone" },
  expect = silent,
}
case "9 days, drug not asked" {
  treatment = { days_to_competition = 9 },
  expect = asks "treatment.cortisone_drug",
}
case "days not asked" {
  treatment = { days_to_competition = unknown },
  expect = asks "treatment.days_to_competition",
}
case "11.9 weeks" { rehab = { adherent_weeks = 11.9 }, expect = answer "advise-against" }
case "12 weeks" { rehab = { adherent_weeks = 12 }, expect = silent }
case "rehabilitation not started" { rehab = unknown, expect = answer "advise-against" }
case "30 weeks without a stage" {
  rehab = { stage = unknown, adherent_weeks = 30 },
  expect = answer "advise-against",
}
case "weeks not asked" {
  rehab = { adherent_weeks = unknown },
  expect = asks "rehab.adherent_weeks",
}
case "competitive" { running = { level = "competitive" }, expect = silent }
case "level not asked" { running = { level = unknown }, expect = asks "running.level" }
