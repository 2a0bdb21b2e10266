-- SPDX-License-Identifier: Apache-2.0
-- Who can do without a scan: everything that would call for one is known to be absent.

finding("scan-not-warranted", {
  says = "an adult's usual tendon story, and no reason for a doctor but cancer in the history",
  when = all {
    any {
      none { complaint.sites:counts_at_least(1) },
      complaint.sites:includes_any { "sit-bone", "buttock", "posterior-thigh" },
    },
    complaint.radiation:is_one_of { "none", "thigh" },
    none { finding "early-strain" },
    patient.age_years:at_least(18),
    injury.mechanism:is_one_of { "none", "minor-slip", "sprint-or-overstretch" },
    none { finding "referral-flag-but-cancer" },
  },
})
