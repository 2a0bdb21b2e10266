-- SPDX-License-Identifier: Apache-2.0
person { patient = { age_years = 17 }, treatment = { considering = { "cortisone-injection" } } }

case "17" { expect = answer "contraindicated" }
case "18" { patient = { age_years = 18 }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
