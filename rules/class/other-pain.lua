-- SPDX-License-Identifier: Apache-2.0
-- Is there pain that does not fit the pattern?

rule {
  id       = "class/other-pain",
  title    = "Pain that has another pattern: an assessment first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain from elsewhere may need another plan than the class.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "physio-assessment-first",
  when     = all {
    no(class.assessed_by_physio),
    decided("pattern"):is "unlikely",
    complaint.sites:counts_at_least(1),
  },

  indicator = "info",
  say       = {
    clinician =
      "Pain at {complaint.sites}, and hamstring tendinopathy is unlikely. Consider an " ..
      "assessment of what it is before any class.",
    patient =
      "Your pain may come from somewhere else than the hamstring tendon. One of our " ..
      "physios will look at it first.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
