-- SPDX-License-Identifier: Apache-2.0
-- Is somebody of 70 or more starting from little activity?

rule {
  id       = "class/inactive-at-70",
  title    = "From 70 on and not yet active: clearance first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    From 70 on, starting from little activity, a doctor is asked first.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "medical-clearance-first",
  when     = all {
    patient.age_years:at_least(70),
    screening.weekly_activity_minutes:less_than(150),
    finding "not-cleared",
  },

  indicator = "info",
  say       = {
    clinician =
      "At {patient.age_years}, with {screening.weekly_activity_minutes} active minutes " ..
      "a week, consider asking the GP for clearance, then a light-to-moderate start.",
    patient =
      "It is a good age to start, and your GP should agree first. Please ask them; we " ..
      "will then begin gently.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
