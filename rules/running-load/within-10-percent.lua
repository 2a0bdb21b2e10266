-- SPDX-License-Identifier: Apache-2.0
-- Is the planned run at most 10 % longer than the longest of 30 days?

rule {
  id       = "running-load/within-10-percent",
  title    = "At most 10 % longer than your longest run of 30 days",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A run up to 10 % longer than the longest of 30 days is no jump.
  ]],
  evidence = {
    {
      cite = "frandsen-2025",
      shows = "more injuries when one run is over 10 % longer than the longest of 30 days",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "running-load",
  answer   = "within-limits",
  when     = all {
    running.longest_run_30d_km:more_than(0),
    (running.planned_run_km / running.longest_run_30d_km):at_most(1.1),
  },

  indicator = "info",
  say       = {
    clinician =
      "Planned {running.planned_run_km} km, longest {running.longest_run_30d_km} km in " ..
      "30 days; up to {fill.km} km is no jump. Consider speed, hills and the next " ..
      "morning too. The ratio of weeks and the acute:chronic ratio are not used: in the " ..
      "same study the first was unrelated to injury and the second ran the wrong way.",
    patient =
      "Your planned {running.planned_run_km} km fits your recent running; up to " ..
      "{fill.km} km would. Keep it easy and note how you feel the next day.",
  },

  advise = function(facts)
    local tenths = math.floor(facts.running.longest_run_30d_km * 11)
    return { run = { longest_safe_km = ratio(tenths, 10) }, fill = { km = ratio(tenths, 10) } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
