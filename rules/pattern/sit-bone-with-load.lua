-- SPDX-License-Identifier: Apache-2.0
-- Is there sit-bone pain that load brings on?

rule {
  id       = "pattern/sit-bone-with-load",
  title    = "Sit-bone pain brought on by load: the tendon may be the source",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Site and one fitting activity make the tendon possible; start, warm-up and tests
    decide.
  ]],
  evidence = {
    {
      cite = "beatty-2017",
      shows = "running, sitting, lunging and bending forward bring the pain on",
      grade = "D",
    },
    {
      cite = "rich-2023",
      shows =
        "sit-bone pain after an increase in activity, and within 30 minutes of sitting",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "possible",
  when     = finding "pattern-possible",

  indicator = "info",
  say       = {
    clinician =
      "Sit-bone pain aggravated by {complaint.aggravated_by}. Consider the three " ..
      "stretch tests (Puranen-Orava, bent-knee, modified bent-knee), what the pain does " ..
      "in the first minutes of a run, and minutes of sitting to pain " ..
      "({complaint.sitting_minutes_to_pain}). Familiar sit-bone pain counts, a stretch " ..
      "alone does not.",
    patient =
      "Where it hurts and what brings it on could fit a sore hamstring tendon. Three " ..
      "short stretch tests will tell us more.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
