-- SPDX-License-Identifier: Apache-2.0
-- Was anything in the exercise screen answered yes?

rule {
  id       = "class/exercise-screen",
  title    = "Something in the exercise screen: clearance first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The adult screen asks for medical guidance after any yes.
  ]],
  evidence = {
    {
      cite = "apss-2018",
      shows = "any yes in stage 1 calls for guidance before exercise",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "medical-clearance-first",
  when     = all {
    screening.exercise_screen_yes:counts_at_least(1),
    finding "not-cleared",
  },

  indicator = "info",
  say       = {
    clinician =
      "Answered yes: {screening.exercise_screen_yes}. Consider asking the GP for " ..
      "clearance and for limits of intensity; record it when given.",
    patient =
      "One of your answers in the health screen means that your GP should say yes " ..
      "first. That is usually quick; please bring us their answer.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
