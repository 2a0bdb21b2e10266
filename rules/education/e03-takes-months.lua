-- SPDX-License-Identifier: Apache-2.0
-- How long does it take to get strong?

rule {
  id       = "education/e03-takes-months",
  title    = "Strength takes 6 to 12 weeks, a tendon 3 to 6 months",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    People who expect months and flares stay with the program.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "strength takes 6 to 12 weeks, a tendon 3 to 6 months",
      grade = "D",
    },
    {
      cite = "goom-2016",
      shows = "3 to 6 months, with much difference between people",
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
      "Consider naming the time early: strength is felt after 6 to 12 weeks, the tendon " ..
      "takes 3 to 6 months, and flares on the way are expected.",
    patient =
      "Muscles feel stronger after 6 to 12 weeks; a tendon needs 3 to 6 months. A " ..
      "flare-up on the way is normal and no failure.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
