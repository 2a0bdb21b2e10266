-- SPDX-License-Identifier: Apache-2.0
-- Are the flares coming too often?

rule {
  id       = "progression/flare-repeated",
  title    = "Three or more flares in 8 weeks: consider the diagnosis again",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Flares that keep coming may mean another diagnosis or a load nobody counts.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "flare-plan",
  when     = finding "flare-repeated",

  indicator = "warning",
  say       = {
    clinician =
      "There were {rehab.flares_last_8_weeks} flares in 8 weeks. Consider reassessing " ..
      "the diagnosis: lumbar spine, sciatic nerve, hip and bone. Go through sitting, " ..
      "stretching, sleep and life stress, and how the program is really done.",
    patient =
      "You have had several flare-ups in a short time. That is tiring, and a good " ..
      "reason to look at everything afresh together: the cause of the pain, your week, " ..
      "and the program.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
