-- SPDX-License-Identifier: Apache-2.0
-- Does a sore tendon give way?

rule {
  id       = "education/e01-sore-not-broken",
  title    = "A painful tendon is a sensitive tendon, not a broken one",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Fear of damage keeps people from the loading that helps.
  ]],
  evidence = {
    {
      cite = "cook-2018",
      shows = "tendon pain and the state of the tendon are two things",
      grade = "D",
    },
    {
      cite = "clinic-article",
      shows = "the word used in the past gave the wrong idea",
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
      "Consider saying that tendinopathy is a change in how the tendon answers to load; " ..
      "a sore tendon seldom gives way. Words such as damage or wear do harm.",
    patient =
      "A painful tendon is a sensitive one, not a broken one. It very seldom gives way, " ..
      "and it gets stronger with the right load.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
