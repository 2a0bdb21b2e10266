-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 30 },
  running = { level = "recreational" },
  treatment = { considering = { "cortisone-injection" } },
}

case "advises against at 30" { expect = answer "advise-against" }
case "39" { patient = { age_years = 39 }, expect = answer "advise-against" }
case "40 is the other rule" { patient = { age_years = 40 }, expect = silent }
case "never" { running = { level = "never" }, expect = answer "advise-against" }
case "novice" { running = { level = "novice" }, expect = answer "advise-against" }
case "competitive" { running = { level = "competitive" }, expect = answer "advise-against" }
case "elite" { running = { level = "elite" }, expect = silent }
case "level not asked" { running = { level = unknown }, expect = asks "running.level" }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
