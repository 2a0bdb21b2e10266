-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/limb-threat: the scan has to follow it.
person {
  patient = { age_years = 58, sex = "male" },
  screening = { limb_threat = { "cold-or-pale" } },
}

case "cold or pale" { expect = answer "warranted-now" }
case "no pulse" { screening = { limb_threat = { "no-pulse" } }, expect = answer "warranted-now" }
case "tense compartment" {
  screening = { limb_threat = { "tense-compartment" } },
  expect = answer "warranted-now",
}
case "looked for, none there" { screening = { limb_threat = {} }, expect = silent }
case "not looked for" {
  screening = { limb_threat = unknown },
  expect = asks "screening.limb_threat",
}
