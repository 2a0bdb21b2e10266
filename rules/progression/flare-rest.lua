-- SPDX-License-Identifier: Apache-2.0
-- Is there pain at rest although loading has begun?

rule {
  id       = "progression/flare-rest",
  title    = "Pain at rest over 1: settle first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    From stage 1 on, pain at rest says that the tendon has not settled.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "flare-plan",
  when     = finding "flare-rest",

  indicator = "warning",
  say       = {
    clinician =
      "Pain at rest is {complaint.rest_pain} out of 10 at stage {rehab.stage}. Consider " ..
      "settling first: cushion, standing breaks, no stretching. Ask about night pain, " ..
      "fever and how long it lasts.",
    patient =
      "The area hurts even at rest, so it needs a few calmer days. Sit on something " ..
      "soft, stand up often and leave out stretching.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
