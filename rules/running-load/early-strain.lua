-- SPDX-License-Identifier: Apache-2.0
-- Was there a strain in the last week? Then no run before the second look.

rule {
  id       = "running-load/early-strain",
  title    = "A fresh strain: no run before it has been looked at again",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Bruising may take 3 to 7 days to show, so running waits for the second look.
  ]],

  basis    = "clinic policy",
  decides  = "running-load",
  answer   = "stop-and-replan",
  when     = finding "early-strain",

  indicator = "warning",
  say       = {
    clinician =
      "Consider no running before the second examination on days 3 to 7, and a plan " ..
      "made anew after it.",
    patient =
      "This strain is fresh. Please leave out running until we have looked again " ..
      "between day 3 and day 7.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
