-- SPDX-License-Identifier: Apache-2.0
-- Is pain of 4 or 5 slow to settle?

rule {
  id       = "progression/regress-slow",
  title    = "Pain of 4 or 5 that lasts beyond 24 hours",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    More than mild pain that outlasts a day is more than the tendon can settle.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "regress",
  when     = finding "regress-slow",

  indicator = "info",
  say       = {
    clinician =
      "Load-test pain {rehab.load_test_pain} out of 10 took {rehab.settles_hours} hours " ..
      "to settle. Consider less weight, range or speed first.",
    patient =
      "The exercise hurt more than a little, and it took over a day to calm down. A " ..
      "lighter version will serve you better for now.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
