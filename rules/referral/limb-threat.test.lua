-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 58, sex = "male" },
  screening = { limb_threat = { "cold-or-pale" } },
}

case "cold or pale" { expect = answer "emergency" }
case "no pulse" { screening = { limb_threat = { "no-pulse" } }, expect = answer "emergency" }
case "tense compartment" {
  screening = { limb_threat = { "tense-compartment" } },
  expect = answer "emergency",
}
case "looked for, none there" { screening = { limb_threat = {} }, expect = silent }
case "not looked for" {
  screening = { limb_threat = unknown },
  expect = asks "screening.limb_threat",
}
