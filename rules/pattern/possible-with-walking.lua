-- SPDX-License-Identifier: Apache-2.0
-- Does level walking hurt as well, in a story that may fit?

rule {
  id       = "pattern/possible-with-walking",
  title    = "Level walking hurts as well: the tendon is less likely",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Walking on the flat loads this tendon little. Pain with it asks for a look at hip
    and bone.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "in everyday life even walking can be uncomfortable",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "possible",
  when     = all {
    finding "pattern-possible",
    complaint.aggravated_by:includes "walking",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider other sources before the tendon: pain on level walking fits it less " ..
      "well. Examine hip rotation, standing on one leg, sacrum and low back, and ask " ..
      "whether the pain eases on standing still.",
    patient =
      "Pain when you walk on the flat makes us think beyond the tendon. We will check " ..
      "your hip, back and bones too.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
