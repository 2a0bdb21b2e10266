-- SPDX-License-Identifier: Apache-2.0
-- Is the person limping?

rule {
  id       = "progression/flare-limp",
  title    = "Limping: a flare",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A limp says that walking itself is too much just now.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "flare-plan",
  when     = finding "flare-limp",

  indicator = "warning",
  say       = {
    clinician =
      "Consider shorter walks and no running until the gait is even. Examine standing " ..
      "on one leg and hip rotation: a limp with groin or sacral pain points to bone.",
    patient =
      "You are limping, so even walking is a lot just now. Shorter walks with breaks " ..
      "will help. Tell us if the pain is in the groin.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
