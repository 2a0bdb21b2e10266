-- SPDX-License-Identifier: Apache-2.0
-- Has this person never run?

rule {
  id       = "class/never-run",
  title    = "Never run before: an assessment first, then often yes",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    People who have never run are seen by a physio first, and most may join.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "people who have never run, or not for long, see a physio first",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "physio-assessment-first",
  when     = all { no(class.assessed_by_physio), running.level:is "never" },

  indicator = "info",
  say       = {
    clinician =
      "Consider an assessment of goals, walking, strength and footwear; most may then " ..
      "join, some do better with another class or a home program first.",
    patient =
      "You have not run before, and that is no obstacle. One of our physios will see " ..
      "you first, hear your goals and test your strength. More often than not the " ..
      "answer is: join in.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
