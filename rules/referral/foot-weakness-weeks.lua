-- SPDX-License-Identifier: Apache-2.0
-- Has the foot been weak for weeks?

rule {
  id       = "referral/foot-weakness-weeks",
  title    = "A foot weak for 2 to 12 weeks: a spinal opinion this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A foot drop that is no longer new still has a nerve to save, and the chance
    shrinks with the weeks.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "foot-weakness-weeks",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week for a spinal opinion and an MRI: ankle grade " ..
      "{screening.ankle_dorsiflexion_grade}, days weak {screening.foot_weakness_days}. " ..
      "Chart power of both legs, reflexes and feeling; ask about numbness between the " ..
      "legs, bladder and bowel. If it is getting weaker, phone today instead. Protect " ..
      "against tripping.",
    patient =
      "A foot that has been weak for some weeks needs a doctor's opinion and a scan of " ..
      "your back this week. See {clinic.this_week_contact} and say how long it has been " ..
      "weak. Take care on stairs and uneven ground. If it gets weaker, phone a doctor " ..
      "the same day.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
