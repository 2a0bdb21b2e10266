-- SPDX-License-Identifier: Apache-2.0
-- Is a doctor needed this week? Then no class for now.

rule {
  id       = "class/this-week",
  title    = "See a doctor this week before any class",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A reason for medical review this week comes before any class.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "not-now",
  when     = finding "this-week-flag-but-chest-pain",

  indicator = "warning",
  say       = {
    clinician =
      "Consider the class again when the review of this week is done and its result " ..
      "known. Ask then what loading is allowed.",
    patient =
      "Before a class, {clinic.this_week_contact} should look at this, this week. " ..
      "Please let us know what they say; we will keep a place in mind for you.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
