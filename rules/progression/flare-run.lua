-- SPDX-License-Identifier: Apache-2.0
-- Did the last run hurt more than 5 out of 10?

rule {
  id       = "progression/flare-run",
  title    = "Run pain over 5: a flare",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A run that hurts more than 5 out of 10 is over every limit in use.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "flare-plan",
  when     = finding "flare-run",

  indicator = "warning",
  say       = {
    clinician =
      "The last run hurt {rehab.run_pain} out of 10. Consider a pause in running for " ..
      "some days, then a shorter, flatter and slower one. Ask how the pain behaved the " ..
      "next morning.",
    patient =
      "Your last run hurt {rehab.run_pain} out of 10. Leave running for some days and " ..
      "walk instead; we will plan a shorter and gentler run after that.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
