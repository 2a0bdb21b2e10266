-- SPDX-License-Identifier: Apache-2.0
-- Is this back pain of the inflammatory kind?

rule {
  id       = "referral/inflammatory-back",
  title    = "Features of inflammatory back pain: GP, then rheumatology",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Back pain that began before 45, lasts over 3 months and has several features of
    inflammation is rheumatology's to settle.
  ]],
  evidence = {
    {
      cite = "nice-ng65",
      shows =
        "with 4 or more of the features refer to rheumatology; with exactly 3, test " ..
        "HLA-B27 first",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "inflammatory-back",

  indicator = "info",
  say       = {
    clinician =
      "Consider asking the GP within 2 to 4 weeks for a rheumatology referral if 4 or " ..
      "more features are there, and for HLA-B27 first if exactly 3; count an onset " ..
      "before 35 and psoriasis among them. Features ticked: " ..
      "{screening.inflammatory_features}; age at onset: " ..
      "{screening.back_pain_onset_age}. Examine chest expansion, sacroiliac joints and " ..
      "heels. No single sign or blood test decides. Exercise may go on.",
    patient =
      "Some of what you describe fits a back that is inflamed rather than strained, " ..
      "which a simple referral can sort out. See your GP in the next weeks and bring " ..
      "this list of features. Keep moving; it tends to help this kind of pain.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
