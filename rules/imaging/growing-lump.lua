-- SPDX-License-Identifier: Apache-2.0
-- What is the lump that gets bigger?

rule {
  id       = "imaging/growing-lump",
  title    = "Ultrasound of the lump this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A lump that grows is measured and looked at before anything presses, rolls or
    needles it.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "growing-lump",

  indicator = "warning",
  say       = {
    clinician =
      "Consider an ultrasound of the lump this week, with MRI to follow if it is deep " ..
      "or firm. Measure it, note since when it grows, and feel the groin for glands. No " ..
      "massage, needling, shockwave or injection at the site before the result.",
    patient =
      "A lump that is growing should be looked at with an ultrasound this week. See " ..
      "{clinic.this_week_contact}, and please leave it unpressed until then.",
  },
  offer     = { suggest "request-ultrasound" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
