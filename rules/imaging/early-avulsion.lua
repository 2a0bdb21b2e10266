-- SPDX-License-Identifier: Apache-2.0
-- Is a pop with a weak knee bend more than a strain?

rule {
  id       = "imaging/early-avulsion",
  title    = "MRI of the upper hamstring this week, bruising or not",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In the first days bruising may be missing. A pop with weakness is imaged without
    waiting for it.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "early-avulsion",

  indicator = "warning",
  say       = {
    clinician =
      "Consider MRI of pelvis and upper thigh this week and a second look on days 3 to " ..
      "7, when bruising may first show. Compare knee-bend strength with the other side, " ..
      "lying face down, and feel for a gap at the sit bone. Leave out stretching and " ..
      "fast loads until then.",
    patient =
      "You felt a pop and the leg is weaker, so an MRI this week is worthwhile even " ..
      "without a bruise. See {clinic.this_week_contact}, and let us look at the leg " ..
      "again within the week.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
