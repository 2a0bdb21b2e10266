-- SPDX-License-Identifier: Apache-2.0
-- How much longer may one run be?

rule {
  id       = "education/e07-one-long-run",
  title    = "Keep each run within 10 % of your longest in 30 days",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    It is the single long run, not the week, that goes with injury.
  ]],
  evidence = {
    {
      cite = "frandsen-2025",
      shows = "runs over 10 % longer than the longest of 30 days go with more injuries",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = any {
    given(running.planned_run_km),
    yes(complaint.recent_load_increase),
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider the longest run of the last 30 days as the measure; weekly ratios do " ..
      "not predict injury.",
    patient =
      "Try not to make any one run more than 10 % longer than your longest of the last " ..
      "30 days.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
