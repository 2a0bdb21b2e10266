-- SPDX-License-Identifier: Apache-2.0
-- Did the last run hurt 4 or 5 out of 10?

rule {
  id       = "progression/hold-run-pain",
  title    = "Run pain of 4 or 5: no more running than now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Two published pain limits disagree on 4 and 5; between them the load stays.
  ]],
  evidence = {
    {
      cite = "silbernagel-2007",
      shows = "in Achilles tendons, loading with pain up to 5 was accepted",
      grade = "B",
    },
    {
      cite = "goom-2016",
      shows = "in this tendon, pain up to 3 during exercise is the limit",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "progression",
  answer   = "hold",
  when     = finding "hold-run-pain",

  indicator = "info",
  say       = {
    clinician =
      "The last run hurt {rehab.run_pain} out of 10: inside Silbernagel's limit of 5 " ..
      "for Achilles tendons, above Goom's of 3 for this one. Consider no more and no " ..
      "faster running until it is at most 3, and look at the next morning.",
    patient =
      "Your last run hurt {rehab.run_pain} out of 10. That is not harmful in itself, " ..
      "but run no more and no faster until it is 3 or less.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
