-- SPDX-License-Identifier: Apache-2.0
-- Is it over 3 km after 30 days without a run?

rule {
  id       = "running-load/break-over-3",
  title    = "Back to running after a break: consider 3 km at most",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    After 30 days without a run, the next one is a return to running.
  ]],

  basis    = "clinic policy",
  decides  = "running-load",
  answer   = "strong-caution",
  when     = all {
    running.longest_run_30d_km:at_most(0),
    running.planned_run_km:more_than(3),
    running.planned_run_km:at_most(5),
  },

  indicator = "warning",
  say       = {
    clinician =
      "No run in 30 days and {running.planned_run_km} km planned. Consider a return to " ..
      "running instead: walk-run on alternate days, flat and easy, up to 3 km. Neither a " ..
      "ratio of weeks nor the acute:chronic ratio is used: after 30 days without a run " ..
      "there is nothing to compare with.",
    patient =
      "You have not run for a month, so this is a return to running. Up to 3 km with " ..
      "walking between is a good start.",
  },

  advise = function()
    return { run = { longest_safe_km = 3 } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
