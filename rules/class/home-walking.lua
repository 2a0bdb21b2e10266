-- SPDX-License-Identifier: Apache-2.0
-- Does a 30-minute walk hurt?

rule {
  id       = "class/home-walking",
  title    = "A 30-minute walk first, with little or no pain",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A brisk half-hour walk with at most 2 out of 10 comes before running.
  ]],
  evidence = {
    {
      cite = "goom-2019",
      shows = "a 30-minute walk is part of being ready to run",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all { finding "runfit-wanted", finding "home-walking" },

  indicator = "info",
  say       = {
    clinician =
      "Walking 30 minutes hurts {strength.walk_30min_pain} out of 10. Consider building " ..
      "up walking in the home program, and examine hip and back if level walking keeps " ..
      "hurting.",
    patient = "An easy half-hour walk comes first. We will build that up with you at home.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
