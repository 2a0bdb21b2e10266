-- SPDX-License-Identifier: Apache-2.0
-- Is a doctor needed this week? Then no outlook is given.

rule {
  id       = "outlook/this-week",
  title    = "No outlook before the medical review of this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    How long it takes depends on what the review finds.
  ]],

  basis    = "clinic policy",
  decides  = "outlook",
  answer   = "not-given",
  when     = finding "this-week-flag",

  indicator = "info",
  say       = {
    clinician =
      "Consider giving no range before the review of this week is done: it may be " ..
      "another condition with another course.",
    patient =
      "How long this takes depends on what is found this week. After that we can talk " ..
      "it through with you.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
