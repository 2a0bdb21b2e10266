-- SPDX-License-Identifier: Apache-2.0
-- Is there groin pain as well, in a story that may fit?

rule {
  id       = "pattern/possible-with-groin",
  title    = "Groin pain as well: look at bone and hip first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    With groin pain the tendon is only one of several sources, and not the one to look
    at first.
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
  answer   = "possible",
  when     = all {
    finding "pattern-possible",
    complaint.sites:includes "groin",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider bone stress of femoral neck or pubic bone and the hip joint before the " ..
      "tendon; a long history never explains groin pain away. Ask about running load, " ..
      "warm-up, night and periods; examine rotation and one-leg standing with support. " ..
      "No hop test.",
    patient =
      "Pain in the groin has its own causes, such as the hip or a tired bone. We will " ..
      "look at those before we blame the hamstring.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
