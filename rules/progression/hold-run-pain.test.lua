-- SPDX-License-Identifier: Apache-2.0
person { rehab = { stage = 3, run_pain = 4 } }

case "run pain 4" { expect = answer "hold" }
case "run pain 5" { rehab = { run_pain = 5 }, expect = answer "hold" }
case "run pain 3" { rehab = { run_pain = 3 }, expect = silent }
case "run pain 6 is a flare" { rehab = { run_pain = 6 }, expect = silent }
case "rehabilitation not begun" { rehab = { stage = unknown }, expect = silent }
case "not asked" { rehab = { run_pain = unknown }, expect = asks "rehab.run_pain" }
