-- SPDX-License-Identifier: Apache-2.0
-- Has the load test become clearly worse than usual?

rule {
  id       = "progression/regress-rise",
  title    = "Load-test pain up by more than 2 points",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A jump in the daily test says that the last load was too much.
  ]],
  evidence = {
    {
      cite = "cook-2018",
      shows = "a rise of more than 2 points in the daily load test calls for less load",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "progression",
  answer   = "regress",
  when     = finding "regress-rise",

  indicator = "info",
  say       = {
    clinician =
      "The load test is {rehab.rise_from_baseline} points above the usual. Consider " ..
      "taking out what was added last.",
    patient =
      "Your daily test hurts clearly more than usual. Let us take out what was added " ..
      "last.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
