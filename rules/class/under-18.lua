-- SPDX-License-Identifier: Apache-2.0
-- Is this person under 18?

rule {
  id       = "class/under-18",
  title    = "Under 18: an assessment first, with a guardian's consent",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The class and its screen are made for adults; youth strength work is fine when
    supervised.
  ]],
  evidence = {
    {
      cite = "lloyd-2014",
      shows = "supervised strength training is accepted as safe for young people",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "physio-assessment-first",
  when     = all { no(class.assessed_by_physio), patient.age_years:less_than(18) },

  indicator = "info",
  say       = {
    clinician =
      "Consider an assessment with a guardian present and the guardian's consent on " ..
      "record, then a class or program for young people rather than the adult circuit.",
    patient =
      "You are welcome here. Please come with a parent or guardian first; we will find " ..
      "a program that suits your age.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
