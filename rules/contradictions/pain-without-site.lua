-- SPDX-License-Identifier: Apache-2.0
-- Pain, yet nowhere.

contradiction "pain-without-site" {
  when = all {
    none { complaint.sites:counts_at_least(1) },
    any { complaint.rest_pain:more_than(0), complaint.aggravated_by:counts_at_least(1) },
  },
  say =
    "No site of pain is recorded, yet there is pain at rest or something that brings it " ..
    "on. The answers can't be relied on until this is settled.",
  ask = "Where does it hurt?",
}
