-- SPDX-License-Identifier: Apache-2.0
-- Shockwave soon after an injection?

rule {
  id       = "adjunct/shockwave-recent-injection",
  title    = "Shockwave within 6 weeks of an injection: better to wait",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In the weeks after an injection the tendon is weaker and what helped cannot be told.
  ]],
  evidence = {
    {
      cite = "tenforde-2022",
      shows = "care after a recent cortisone injection",
      grade = "D",
    },
    {
      cite = "cacchio-2011",
      shows = "one trial, 40 professionals: pain halved in 85 % against 10 % at 3 months",
      grade = "A",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "caution",
  when     = all {
    treatment.considering:includes "shockwave",
    yes(treatment.had_injection),
    treatment.weeks_since_injection:at_most(6),
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave {treatment.weeks_since_injection} weeks after an " ..
      "injection: consider waiting until 6 weeks have passed. The benefit rests on a " ..
      "single trial in 40 professionals who were not blinded. Check how loading is " ..
      "tolerated meanwhile.",
    patient =
      "You had an injection not long ago. It is better to give the tendon more than 6 " ..
      "weeks before shockwave, and to keep up the exercises that agree with you.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
