-- SPDX-License-Identifier: Apache-2.0
-- Are there fewer calf raises than usual at this age?

rule {
  id       = "class/home-calf-raises",
  title    = "Calf strength first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Twenty calf raises, or as many as is usual at that age and sex, come before the
    class.
  ]],
  evidence = {
    {
      cite = "hebert-losier-2017",
      shows = "what is usual falls with age and differs between women and men",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all { finding "runfit-wanted", finding "calf-weak" },

  indicator = "info",
  say       = {
    clinician =
      "There were {strength.calf_raise_reps} calf raises on the worse side. Consider " ..
      "building them up to 20, or to what is usual at that age and sex.",
    patient =
      "Your calves can do with some more strength. A few weeks of calf raises at home " ..
      "will prepare you well.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
