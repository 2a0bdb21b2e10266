-- SPDX-License-Identifier: Apache-2.0
-- How does training fit into life?

rule {
  id       = "education/e12-plan-the-year",
  title    = "Let training breathe with your life, and plan in cycles",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Loads outside of running count too.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "a weekly and cyclic program that leaves room for life",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = any {
    yes(patient.high_stress),
    known(running.event_on),
    running.level:is_one_of { "competitive", "elite" },
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider planning easier weeks around work, family and races, and cycles that " ..
      "build and ease.",
    patient =
      "Plan easier weeks around busy times at work and at home, and let your training " ..
      "build and ease in cycles.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
