-- SPDX-License-Identifier: Apache-2.0
-- Are there fewer than 20 bridges on one leg?

rule {
  id       = "class/home-bridges",
  title    = "Twenty single-leg bridges first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Fewer than 20 single-leg bridges is poor hamstring endurance.
  ]],
  evidence = {
    {
      cite = "freckleton-2014",
      shows = "fewer than 20 single-leg bridges is poor",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all { finding "runfit-wanted", finding "home-bridges" },

  indicator = "info",
  say       = {
    clinician =
      "There were {strength.single_leg_bridge_reps} single-leg bridges on the worse " ..
      "side. Consider building up to 20 and beyond in the home program.",
    patient =
      "With {strength.single_leg_bridge_reps} bridges you are on the way to 20. The " ..
      "home program will get you there.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
