-- SPDX-License-Identifier: Apache-2.0
-- Has pain been in both legs for more than twelve weeks?

rule {
  id       = "referral/old-both-legs",
  title    = "Long-standing pain in both legs: GP review",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain in both legs that has been stable for months is less urgent, but its cause
    should be known.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "old-both-legs",

  indicator = "info",
  say       = {
    clinician =
      "Consider writing to the GP for a review within 2 to 4 weeks: pain in both legs for " ..
      "{complaint.radiation_days} days. Ask whether walking brings it on and bending " ..
      "forward eases it, and about pulses, feet and diabetes. Examine power, reflexes " ..
      "and feeling on both sides. Any new cauda equina sign goes to the emergency " ..
      "department.",
    patient =
      "Pain in both legs that has been there for months should have its cause looked for " ..
      "by your GP in the next weeks. If you notice numbness between your legs, a change " ..
      "in bladder or bowel, or weak legs, go to {clinic.emergency_place}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
