-- SPDX-License-Identifier: Apache-2.0
-- Is there a lump that is getting bigger?

rule {
  id       = "referral/growing-lump",
  title    = "A growing lump: a doctor and a picture this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A tendon does not grow a lump. One that gets bigger is imaged before anything
    else.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "growing-lump",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week to a GP for an urgent ultrasound or MRI. Measure the lump, note " ..
      "its depth, warmth and how fast it grows, and feel the groin nodes. Ask about an " ..
      "injury, a blood thinner, fever and weight. No massage, needling or shockwave over " ..
      "it.",
    patient =
      "A lump that grows should be looked at by a doctor this week, and often turns out " ..
      "to be harmless, such as an old bruise. See {clinic.this_week_contact} and ask " ..
      "about an ultrasound. Until then don't massage it.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
