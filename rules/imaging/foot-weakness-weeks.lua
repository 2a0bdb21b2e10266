-- SPDX-License-Identifier: Apache-2.0
-- Has the foot been weak for weeks?

rule {
  id       = "imaging/foot-weakness-weeks",
  title    = "MRI of the lumbar spine this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A foot that has been weak for 15 to 84 days can still gain from finding the trapped
    nerve.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "foot-weakness-weeks",

  indicator = "warning",
  say       = {
    clinician =
      "Consider MRI of the lumbar spine this week and a spinal opinion with it. The " ..
      "foot has been weak for {screening.foot_weakness_days} days. Test eversion, big " ..
      "toe and hip abduction to tell the spine from the nerve at the knee, and repeat " ..
      "the grade; getting weaker means today.",
    patient =
      "The weakness in your foot has lasted a while, and an MRI of the lower back helps " ..
      "to find out why. See {clinic.this_week_contact} this week. If it gets weaker, " ..
      "phone a doctor the same day.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
