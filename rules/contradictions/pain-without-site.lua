-- SPDX-License-Identifier: Apache-2.0
-- Pain, yet nowhere.

contradiction "pain-without-site" {
  when = all {
    complaint.sites:includes_none {
      "sit-bone", "buttock", "posterior-thigh", "groin", "anterior-hip", "lateral-hip",
      "anterior-thigh", "sacrum", "pubic", "low-back", "sacroiliac", "knee", "calf",
      "shin-or-foot", "other",
    },
    any { complaint.rest_pain:more_than(0), complaint.aggravated_by:counts_at_least(1) },
  },
  say =
    "No site of pain is recorded, yet there is pain at rest or something that brings it " ..
    "on. The answers can't be relied on until this is settled.",
  ask = "Where does it hurt?",
}
