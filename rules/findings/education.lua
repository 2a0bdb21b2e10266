-- SPDX-License-Identifier: Apache-2.0
-- What makes a message fit, and what silences those that reassure.

finding("safe-to-reassure", {
  says = "no reason for a doctor this week or sooner",
  when = none { finding "emergency-flag", finding "same-day-flag", finding "this-week-flag" },
})

finding("pain-somewhere", {
  says = "there is a site of pain",
  when = complaint.sites:counts_at_least(1),
})
