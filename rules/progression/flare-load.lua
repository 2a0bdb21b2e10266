-- SPDX-License-Identifier: Apache-2.0
-- Does the load test hurt more than 5 out of 10?

rule {
  id       = "progression/flare-load",
  title    = "Load-test pain over 5: a flare",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain over 5 in the daily load test is beyond every pain rule in use.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "flare-plan",
  when     = finding "flare-load",

  indicator = "warning",
  say       = {
    clinician =
      "Load-test pain is {rehab.load_test_pain} out of 10. Consider what was new in the " ..
      "last 48 hours: speed, hills, a deep stretch, long sitting. Test again at the " ..
      "same hour each day.",
    patient =
      "Your daily test hurt {rehab.load_test_pain} out of 10, which is more than we " ..
      "want. Think back over the last two days: was anything faster, steeper, longer or " ..
      "deeper than usual?",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
