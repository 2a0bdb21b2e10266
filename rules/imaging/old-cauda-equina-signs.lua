-- SPDX-License-Identifier: Apache-2.0
-- Did such signs begin more than 14 days ago and stay as they are?

rule {
  id       = "imaging/old-cauda-equina-signs",
  title    = "Urgent MRI of the lower spine, arranged by phone today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Older, unchanged signs leave a little more time, but the nerves must still be seen.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "old-cauda-equina-signs",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the spinal on-call service or the GP today and ask for an urgent MRI of " ..
      "the lumbosacral spine. Say when each sign began and that it has not changed. " ..
      "Examine perineal feeling with consent, both ankles and both knees. Anything new " ..
      "or worse since the first day makes this the 4-hour MRI of an emergency " ..
      "department.",
    patient =
      "The nerves in your lower back should be looked at with an MRI soon. Phone " ..
      "{clinic.same_day_contact} today to arrange it. If anything gets worse or " ..
      "something new appears, go to {clinic.emergency_place} at once.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
