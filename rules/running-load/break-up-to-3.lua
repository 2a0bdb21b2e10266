-- SPDX-License-Identifier: Apache-2.0
-- Is it a short run after 30 days without one?

rule {
  id       = "running-load/break-up-to-3",
  title    = "Back to running after a break: short and easy, with walking",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    After 30 days without a run, even a short one is a return to running.
  ]],

  basis    = "clinic policy",
  decides  = "running-load",
  answer   = "caution",
  when     = all {
    running.longest_run_30d_km:at_most(0),
    running.planned_run_km:at_most(3),
  },

  indicator = "info",
  say       = {
    clinician =
      "No run in 30 days and {running.planned_run_km} km planned: a return to running. " ..
      "Consider walk-run on alternate days, repeated until two sessions were clean. " ..
      "Neither a ratio of weeks nor the acute:chronic ratio is used: after 30 days " ..
      "without a run there is nothing to compare with.",
    patient =
      "You have not run for a month, so this is a return to running. Mix running and " ..
      "walking, keep it flat and easy, and see how the next day feels.",
  },

  advise = function()
    return { run = { longest_safe_km = 3 } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
