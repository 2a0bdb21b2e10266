-- SPDX-License-Identifier: Apache-2.0
person {
  running = { level = "elite" },
  treatment = { considering = { "cortisone-injection" } },
  rehab = { stage = 3, adherent_weeks = 16 },
}

case "16 weeks done" { expect = answer "specialist-decision" }
case "rehabilitation not started" { rehab = { stage = unknown }, expect = silent }
case "11.9 weeks" { rehab = { adherent_weeks = 11.9 }, expect = silent }
case "12 weeks" { rehab = { adherent_weeks = 12 }, expect = answer "specialist-decision" }
case "competitive" { running = { level = "competitive" }, expect = silent }
case "weeks not asked" {
  rehab = { adherent_weeks = unknown },
  expect = asks "rehab.adherent_weeks",
}
case "level not asked" { running = { level = unknown }, expect = asks "running.level" }
