-- SPDX-License-Identifier: Apache-2.0
person { screening = { fever = true }, treatment = { considering = { "cortisone-injection" } } }

case "fever" { expect = answer "contraindicated" }
case "no fever" { screening = { fever = false }, expect = silent }
case "fever not asked" { screening = { fever = unknown }, expect = asks "screening.fever" }
