-- SPDX-License-Identifier: Apache-2.0
-- Does it take more than two days to settle?

rule {
  id       = "progression/regress-long",
  title    = "More than 48 hours to settle",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Even mild pain that lasts over two days means that the load was too much.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "regress",
  when     = finding "regress-long",

  indicator = "info",
  say       = {
    clinician =
      "It took {rehab.settles_hours} hours to settle. Consider one stage back even if " ..
      "the pain itself was mild, and more days between the sessions.",
    patient =
      "It took more than two days to calm down. One step back, and more easy days in " ..
      "between, should help.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
