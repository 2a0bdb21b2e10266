-- SPDX-License-Identifier: Apache-2.0
-- Which pain is the guide?

rule {
  id       = "education/e06-next-day",
  title    = "The next day is the guide: keep a short log",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A tendon answers late, so the pain of the moment misleads.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "watch symptoms during and after exercise",
      grade = "D",
    },
    { cite = "cook-2018", shows = "the daily load test guides the load", grade = "D" },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = any {
    complaint.after_cool_down:is "worse",
    given(rehab.stage),
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider a log of load, load-test pain and hours to settle; it decides on the " ..
      "next step.",
    patient =
      "How it feels the next day tells you more than how it feels right now. Write down " ..
      "what you did and how it was the next morning.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
