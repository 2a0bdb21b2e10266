-- SPDX-License-Identifier: Apache-2.0
-- Has it been steady for less than two weeks?

rule {
  id       = "progression/hold-weeks",
  title    = "Good so far: two steady weeks before the next stage",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A good test counts when it stays good for two weeks.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "hold",
  when     = finding "hold-weeks",

  indicator = "info",
  say       = {
    clinician =
      "Load test at most 3, settled within 24 hours, steady for {rehab.weeks_stable} " ..
      "weeks. Consider the same stage until it has been two weeks. Tenderness on " ..
      "palpation does not count against it.",
    patient =
      "This is going well. Keep it up until it has been steady for two weeks; then the " ..
      "next step comes. It does not matter if the spot is still tender to touch.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
