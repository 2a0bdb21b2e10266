-- SPDX-License-Identifier: Apache-2.0
-- What presses on the tendon?

rule {
  id       = "education/e04-sit-and-stretch-less",
  title    = "Early on: less stretching, fewer deep lunges, softer and shorter sitting",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Bending the hip far and sitting hard press the tendon against the bone.
  ]],
  evidence = {
    {
      cite = "cook-2018",
      shows = "pressing a tendon against bone adds to its load",
      grade = "D",
    },
    {
      cite = "rich-2023",
      shows = "pain within 30 minutes of sitting is typical",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = all {
    complaint.sites:includes "sit-bone",
    any {
      complaint.aggravated_by:includes_any {
        "sitting", "driving", "stretching", "lunging", "squatting", "bending",
      },
      complaint.sitting_minutes_to_pain:less_than(30),
    },
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider leaving out hamstring stretches and deep lunges early on, a cushion, " ..
      "and standing up before 30 minutes have passed.",
    patient =
      "For now leave out hamstring stretches and deep lunges. Sit on something soft, " ..
      "and stand up often, at least every 30 minutes.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
