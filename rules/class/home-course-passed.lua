-- SPDX-License-Identifier: Apache-2.0
-- Has this term already gone too far?

rule {
  id       = "class/home-course-passed",
  title    = "This term's course is under way: join the next one",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The course builds up week by week, so it is joined at its start.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all { finding "runfit-wanted", finding "home-course-passed" },

  indicator = "info",
  say       = {
    clinician =
      "Fit for the class, but its joining day has passed. Consider a home program until " ..
      "the next course; sessions missed are not made up.",
    patient =
      "You are ready, but this term has already gone too far to step in. Keep fit with " ..
      "the home program, and join us at the start of next term. If you are in this " ..
      "course and missed a session: it can't be made up, but your home exercises stand " ..
      "in for it.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
