-- SPDX-License-Identifier: Apache-2.0
-- Is the planned run over 10 % longer than the longest of 30 days?

rule {
  id       = "running-load/over-10-percent",
  title    = "Over 10 % longer than your longest run of 30 days",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Even a run somewhat beyond the last 30 days is followed by more injuries.
  ]],
  evidence = {
    {
      cite = "frandsen-2025",
      shows = "10 to 30 % longer than the longest of 30 days: hazard ratio 1.64",
      grade = "C",
    },
    {
      cite = "buist-2008",
      shows = "a plan of 10 % a week made no difference: 20.8 against 20.3 % injured",
      grade = "A",
    },
    {
      cite = "impellizzeri-2020",
      shows = "the acute:chronic ratio is no causal guide to injury",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "running-load",
  answer   = "caution",
  when     = all {
    running.longest_run_30d_km:more_than(0),
    (running.planned_run_km / running.longest_run_30d_km):more_than(1.1),
    (running.planned_run_km / running.longest_run_30d_km):at_most(1.3),
  },

  indicator = "info",
  say       = {
    clinician =
      "Planned {running.planned_run_km} km, longest {running.longest_run_30d_km} km in " ..
      "30 days (10 to 30 % longer: hazard ratio 1.64). Consider at most {fill.km} km. " ..
      "The ratio of weeks and the acute:chronic ratio are not used: in the same study " ..
      "the first was unrelated to injury and the second ran the wrong way.",
    patient =
      "Your planned {running.planned_run_km} km is a step up from your longest run of " ..
      "{running.longest_run_30d_km} km. Up to {fill.km} km would fit better.",
  },

  advise = function(facts)
    local tenths = math.floor(facts.running.longest_run_30d_km * 11)
    return { run = { longest_safe_km = ratio(tenths, 10) }, fill = { km = ratio(tenths, 10) } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
