-- SPDX-License-Identifier: Apache-2.0
-- Does the foot lift with less than full strength?

rule {
  id       = "referral/ankle-four",
  title    = "Slightly weak ankle: GP review",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Ankle lift just under full strength may be old, or a nerve at its first sign. A GP
    looks, and we test again.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "ankle-four",

  indicator = "info",
  say       = {
    clinician =
      "Consider writing to the GP for a review within 2 to 4 weeks: ankle lift at grade " ..
      "{screening.ankle_dorsiflexion_grade} (days since it began: " ..
      "{screening.foot_weakness_days}). Compare big-toe lift, hip abduction, reflexes " ..
      "and feeling, and test again within a week. Grade 3 or less that is new, or any " ..
      "further loss, is a call the same day.",
    patient =
      "One foot lifts a little weaker than it should. Your GP should have a look in the " ..
      "next weeks, and we test it again soon. If it becomes weaker, or you begin to " ..
      "trip, phone a doctor the same day.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
