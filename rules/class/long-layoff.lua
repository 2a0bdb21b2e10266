-- SPDX-License-Identifier: Apache-2.0
-- Has it been half a year since the last run?

rule {
  id       = "class/long-layoff",
  title    = "A long break from running: an assessment first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    After a break of half a year the body has changed, and so does the starting point.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "physio-assessment-first",
  when     = all { no(class.assessed_by_physio), running.weeks_since_last_run:at_least(26) },

  indicator = "info",
  say       = {
    clinician =
      "The last run was {running.weeks_since_last_run} weeks ago. Consider an " ..
      "assessment of the reason for the break, goals and strength before the class.",
    patient =
      "It has been a while since you last ran. One of our physios will see you first, " ..
      "so that you start at the right level.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
