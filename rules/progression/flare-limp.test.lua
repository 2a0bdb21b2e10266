-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 1, limping = true } }

case "limping" { expect = answer "flare-plan" }
case "not limping" { rehab = { limping = false }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "not asked" { rehab = { limping = unknown }, expect = asks "rehab.limping" }
