-- SPDX-License-Identifier: Apache-2.0
person {
  running = { level = "elite" },
  treatment = { considering = { "cortisone-injection" } },
  rehab = { stage = 3, adherent_weeks = 6 },
}

case "6 weeks done" { expect = answer "advise-against" }
case "11.9 weeks" { rehab = { adherent_weeks = 11.9 }, expect = answer "advise-against" }
case "12 weeks" { rehab = { adherent_weeks = 12 }, expect = silent }
case "rehabilitation not started" { rehab = unknown, expect = answer "advise-against" }
case "30 weeks without a stage" {
  rehab = { stage = unknown, adherent_weeks = 30 },
  expect = answer "advise-against",
}
case "competitive" { running = { level = "competitive" }, expect = silent }
case "weeks not asked" {
  rehab = { adherent_weeks = unknown },
  expect = asks "rehab.adherent_weeks",
}
case "level not asked" { running = { level = unknown }, expect = asks "running.level" }
