-- SPDX-License-Identifier: Apache-2.0
-- Is there groin pain as well, in a story that fits?

rule {
  id       = "pattern/likely-with-groin",
  title    = "Groin pain as well: it needs an explanation of its own",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Groin pain of a runner is bone or hip until shown otherwise, however long the tendon
    has been sore.
  ]],
  evidence = {
    {
      cite = "noakes-1985",
      shows =
        "groin pain standing on one leg and making running impossible: the pubic bone",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "likely",
  when     = all {
    finding "pattern-likely",
    complaint.sites:includes "groin",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider the groin as a second question, not as part of the tendon: it lowers " ..
      "confidence, and a duration of {complaint.duration_weeks} weeks does not explain " ..
      "it. Examine hip rotation and standing on one leg with support, press on the " ..
      "pubic bone, ask about periods and food. No hop test.",
    patient =
      "A sore hamstring tendon does not hurt in the groin, even after a long time. We " ..
      "would like to find out separately where that pain comes from.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
