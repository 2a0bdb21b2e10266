-- SPDX-License-Identifier: Apache-2.0
-- Is somebody under 18?

rule {
  id       = "cortisone/under-18",
  title    = "No cortisone under 18",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Under 18 the sore part is often the growth plate, and no cortisone belongs there.
  ]],
  evidence = {
    {
      cite = "parvaresh-2018",
      shows = "the growth plate at the sit bone closes from 16 to 20 years on",
      grade = "C",
    },
    {
      cite = "coombes-2010",
      shows = "less pain to 12 weeks, more from 13 weeks on, in other tendons",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "cortisone",
  answer   = "contraindicated",
  when     = patient.age_years:less_than(18),

  indicator = "warning",
  say       = {
    clinician =
      "At {patient.age_years} consider no injection: the growth plate at the sit bone " ..
      "may be the source. Look at it first. Relief is short, and in adults other " ..
      "tendons are worse at 6 to 12 months; loading that fits the age goes on as the " ..
      "treatment.",
    patient =
      "At your age the place where the hamstring joins the bone is still growing, and " ..
      "cortisone does not belong there. Its relief is short and later results are " ..
      "worse; exercises that fit your age keep helping.",
  },
  offer     = { suggest "continue-loading" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
