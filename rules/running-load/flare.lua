-- SPDX-License-Identifier: Apache-2.0
-- Is there a flare? Then the run is planned anew.

rule {
  id       = "running-load/flare",
  title    = "A flare: walk now, run again when it has settled",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In a flare no run is added.
  ]],

  basis    = "clinic policy",
  decides  = "running-load",
  answer   = "stop-and-replan",
  when     = finding "flare-plan",

  indicator = "warning",
  say       = {
    clinician =
      "Consider walking in comfort instead, and the next run when the flare has " ..
      "settled: shorter, flat and slow.",
    patient =
      "You are in a flare-up, so walk instead for some days. The next run comes when it " ..
      "has settled, a short and easy one.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
