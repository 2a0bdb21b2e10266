-- SPDX-License-Identifier: Apache-2.0
person { patient = { age_years = 17 } }

case "17" { expect = answer "unlikely" }
case "18" { patient = { age_years = 18 }, expect = silent }
case "age not asked" { patient = { age_years = unknown }, expect = asks "patient.age_years" }
