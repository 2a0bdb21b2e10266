-- SPDX-License-Identifier: Apache-2.0
-- May it still be tender when it is strong?

rule {
  id       = "education/e10-still-tender",
  title    = "Tender to touch may stay, even when it is strong",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Tenderness of the sit bone does not say how much load the tendon takes.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "the area may stay tender to touch when strong",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = all {
    yes(examination.sit_bone_tenderness),
    finding "tendinopathy",
    finding "safe-to-reassure",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider leaving palpation out of decisions on load: tenderness may remain when " ..
      "strength is back.",
    patient =
      "The spot may stay tender to touch even when the tendon is strong again. That " ..
      "alone is no reason to hold back.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
