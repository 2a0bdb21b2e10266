-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/significant-trauma: the scan has to follow it.
person {
  patient = { age_years = 36, sex = "female" },
  complaint = { sites = { "sit-bone" } },
  injury = { mechanism = "bike-crash", days_since = 20 },
}

case "bike crash 20 days ago" { expect = answer "warranted-this-week" }
case "car" { injury = { mechanism = "vehicle-collision" }, expect = answer "warranted-this-week" }
case "sport" { injury = { mechanism = "sporting-impact" }, expect = answer "warranted-this-week" }
case "height" { injury = { mechanism = "fall-from-height" }, expect = answer "warranted-this-week" }
case "a slip" { injury = { mechanism = "minor-slip" }, expect = silent }
case "a sprint" { injury = { mechanism = "sprint-or-overstretch" }, expect = silent }
case "no event" { injury = { mechanism = "none" }, expect = silent }
case "day 84" { injury = { days_since = 84 }, expect = answer "warranted-this-week" }
case "day 85 is the gp-review rule" { injury = { days_since = 85 }, expect = silent }
case "day not asked is held to be recent" {
  injury = { days_since = unknown },
  expect = presumed "warranted-this-week",
}
case "event not asked" { injury = { mechanism = unknown }, expect = asks "injury.mechanism" }
