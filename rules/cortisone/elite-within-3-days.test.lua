-- SPDX-License-Identifier: Apache-2.0
person {
  running = { level = "elite" },
  treatment = {
    considering = { "cortisone-injection" },
    days_to_competition = 2,
  },
  rehab = { stage = 3, adherent_weeks = 16 },
}

case "2 days" { expect = answer "specialist-decision" }
case "3 days" { treatment = { days_to_competition = 3 }, expect = answer "specialist-decision" }
case "4 days" { treatment = { days_to_competition = 4 }, expect = silent }
case "today" { treatment = { days_to_competition = 0 }, expect = answer "specialist-decision" }
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
