-- SPDX-License-Identifier: Apache-2.0
-- How much may it hurt?

rule {
  id       = "education/e02-find-the-load",
  title    = "Neither full rest nor pushing through: find the load you tolerate",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Both stopping and forcing make a tendon less able to carry load.
  ]],
  evidence = {
    {
      cite = "goom-2016",
      shows = "pain up to 3 that settles within 24 hours is accepted",
      grade = "D",
    },
    {
      cite = "cook-2018",
      shows = "a tendon loses stiffness within 2 weeks of rest",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = all { finding "tendinopathy", finding "safe-to-reassure" },

  indicator = "info",
  say       = {
    clinician =
      "Consider the rule of thumb: up to 3 out of 10 during exercise, back to usual " ..
      "within 24 hours. Find the run, walk or exercise that meets it.",
    patient =
      "You need not stop everything, and you need not push through. Pain up to 3 out of " ..
      "10 that is back to usual within 24 hours is fine.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
