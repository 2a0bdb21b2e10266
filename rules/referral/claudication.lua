-- SPDX-License-Identifier: Apache-2.0
-- Does walking a set distance bring the pain on, and standing still take it away?

rule {
  id       = "referral/claudication",
  title    = "Pain on walking that eases on standing: GP review of the arteries",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Buttock pain that comes at a set distance and eases on standing still may be the
    arteries. Tendon pain does not keep such accounts.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "claudication",

  indicator = "warning",
  say       = {
    clinician =
      "Consider referral to the GP within 2 to 4 weeks for pulses, ankle-brachial " ..
      "index and vascular risks. Note the distance, the time to ease, and whether " ..
      "bending forward is needed, which points to the spine instead. Feel foot pulses " ..
      "today. Pain at rest, a cold foot or a wound that does not heal is urgent. " ..
      "Walking below the onset of pain is fine.",
    patient =
      "Pain that comes after the same walking distance and goes when you stand still can " ..
      "come from blood flow rather than a tendon. See your GP in the next weeks for a " ..
      "simple test of your leg arteries. If a foot turns cold, pale or painful at rest, " ..
      "call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
