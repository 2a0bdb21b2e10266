-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/old-trauma: the scan has to follow it.
person {
  patient = { age_years = 39, sex = "male" },
  injury = { mechanism = "fall-from-height", days_since = 200 },
}

case "a fall 200 days ago" { expect = answer "reasonable" }
case "day 85" { injury = { days_since = 85 }, expect = answer "reasonable" }
case "day 84 is the this-week rule" { injury = { days_since = 84 }, expect = silent }
case "a sprint" { injury = { mechanism = "sprint-or-overstretch" }, expect = silent }
case "no event" { injury = { mechanism = "none" }, expect = silent }
case "day not asked" {
  injury = { days_since = unknown },
  expect = asks "injury.days_since",
}
case "event not asked" { injury = { mechanism = unknown }, expect = asks "injury.mechanism" }
