-- SPDX-License-Identifier: Apache-2.0
-- Is the planned run more than twice the longest of 30 days?

rule {
  id       = "running-load/over-double",
  title    = "More than twice your longest run of 30 days: plan it anew",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    One run far longer than any of the last 30 days is the clearest sign of trouble
    ahead.
  ]],
  evidence = {
    {
      cite = "frandsen-2025",
      shows = "over 100 % longer than the longest of 30 days: hazard ratio 2.28",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "running-load",
  answer   = "stop-and-replan",
  when     = finding "run-over-double",

  indicator = "warning",
  say       = {
    clinician =
      "Planned {running.planned_run_km} km, longest {running.longest_run_30d_km} km in " ..
      "30 days: over 100 % longer (hazard ratio 2.28). Consider a new plan. The ratio " ..
      "of weeks and the acute:chronic ratio are not used: in the same study the first " ..
      "was unrelated to injury and the second ran the wrong way.",
    patient =
      "Your planned {running.planned_run_km} km is more than twice your longest run of " ..
      "the last 30 days. Let us plan a shorter one.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
