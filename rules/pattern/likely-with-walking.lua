-- SPDX-License-Identifier: Apache-2.0
-- Does level walking hurt as well, in a story that fits?

rule {
  id       = "pattern/likely-with-walking",
  title    = "Level walking hurts as well: a little less sure",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Walking on the flat loads this tendon little. Pain with it makes the diagnosis less
    sure.
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
  answer   = "likely",
  when     = all {
    finding "pattern-likely",
    complaint.aggravated_by:includes "walking",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider holding the diagnosis less firmly: level walking hurts as well, and " ..
      "sources differ on whether it may. Examine hip, sacrum and standing on one leg, " ..
      "ask about pain at night and at rest, and look again once loading has begun.",
    patient =
      "That even walking on the flat hurts is a bit unusual for this tendon. We will " ..
      "keep an eye on that and look at hip and bone as well.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
