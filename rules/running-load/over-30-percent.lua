-- SPDX-License-Identifier: Apache-2.0
-- Is the planned run over 30 % longer than the longest of 30 days?

rule {
  id       = "running-load/over-30-percent",
  title    = "Over 30 % longer than your longest run of 30 days",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A single run far beyond the last 30 days is followed by more injuries.
  ]],
  evidence = {
    {
      cite = "frandsen-2025",
      shows = "30 to 100 % longer than the longest of 30 days: hazard ratio 1.52",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "running-load",
  answer   = "strong-caution",
  when     = all {
    running.longest_run_30d_km:more_than(0),
    (running.planned_run_km / running.longest_run_30d_km):more_than(1.3),
    (running.planned_run_km / running.longest_run_30d_km):at_most(2),
  },

  indicator = "warning",
  say       = {
    clinician =
      "Planned {running.planned_run_km} km, longest {running.longest_run_30d_km} km in " ..
      "30 days (30 to 100 % longer: hazard ratio 1.52). Consider at most {fill.km} km. " ..
      "The ratio of weeks and the acute:chronic ratio are not used: in the same study " ..
      "the first was unrelated to injury and the second ran the wrong way.",
    patient =
      "Your planned {running.planned_run_km} km is a big step from your longest run of " ..
      "{running.longest_run_30d_km} km. Up to {fill.km} km would be kinder to your " ..
      "body.",
  },

  advise = function(facts)
    local tenths = math.floor(facts.running.longest_run_30d_km * 11)
    return { run = { longest_safe_km = ratio(tenths, 10) }, fill = { km = ratio(tenths, 10) } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
