-- SPDX-License-Identifier: Apache-2.0
-- Does walking hurt after a set distance?

rule {
  id       = "class/claudication",
  title    = "Pain after a set walking distance: clearance first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain that comes with distance and eases on standing still may come from arteries or
    spine.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "medical-clearance-first",
  when     = all {
    yes(complaint.exertional_claudication),
    finding "not-cleared",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider a GP review of circulation and spine before the class: examine foot " ..
      "pulses and ask how the distance has changed.",
    patient =
      "The pain that comes after a certain walking distance is worth a look by your GP " ..
      "first. Please bring us their answer.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
