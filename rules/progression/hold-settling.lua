-- SPDX-License-Identifier: Apache-2.0
-- Does mild pain take one to two days to settle?

rule {
  id       = "progression/hold-settling",
  title    = "Mild pain that takes 24 to 48 hours to settle: a fifth less volume",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Mild pain that outlasts a day calls for somewhat less, not for a step back.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "hold",
  when     = finding "hold-settling",

  indicator = "info",
  say       = {
    clinician =
      "It took {rehab.settles_hours} hours to settle. Consider 20 % less volume at the " ..
      "same stage, and more time between the sessions.",
    patient =
      "It took a little over a day to calm down. Do about a fifth less for now, with " ..
      "the same exercises.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
