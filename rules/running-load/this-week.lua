-- SPDX-License-Identifier: Apache-2.0
-- Is a doctor needed this week? Then no run is planned.

rule {
  id       = "running-load/this-week",
  title    = "No running until a doctor has looked at this, this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A reason for medical review this week comes before any run.
  ]],

  basis    = "clinic policy",
  decides  = "running-load",
  answer   = "stop-and-replan",
  when     = finding "this-week-flag",

  indicator = "warning",
  say       = {
    clinician =
      "Consider no running until the review of this week is done, and plan anew with " ..
      "its result.",
    patient =
      "Please leave out running until {clinic.this_week_contact} has looked at this, " ..
      "this week. We will plan the next run together after that.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
