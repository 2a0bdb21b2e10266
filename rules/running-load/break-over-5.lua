-- SPDX-License-Identifier: Apache-2.0
-- Is it over 5 km after 30 days without a run?

rule {
  id       = "running-load/break-over-5",
  title    = "Back to running after a break: over 5 km is too far",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    After 30 days without a run, the next one is a return to running.
  ]],

  basis    = "clinic policy",
  decides  = "running-load",
  answer   = "stop-and-replan",
  when     = finding "run-over-5-after-a-break",

  indicator = "warning",
  say       = {
    clinician =
      "No run in 30 days and {running.planned_run_km} km planned. Consider treating it " ..
      "as a return to running: walk-run, flat, easy, up to 3 km at first. Neither a ratio " ..
      "of weeks nor the acute:chronic ratio is used: after 30 days without a run there " ..
      "is nothing to compare with.",
    patient =
      "You have not run for a month, so this is a return to running. Start with short, " ..
      "easy runs with walking between, up to 3 km at first.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
