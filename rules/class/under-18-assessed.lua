-- SPDX-License-Identifier: Apache-2.0
-- Which class suits somebody under 18?

rule {
  id       = "class/under-18-assessed",
  title    = "Under 18 and assessed: a program for young people",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The circuit and its health screen are made for adults.
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
  answer   = "other-class",
  when     = all {
    patient.age_years:less_than(18),
    yes(class.assessed_by_physio),
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider a supervised strength program for young people, with the guardian's " ..
      "consent on record (now: {class.guardian_consent}), instead of the adult class.",
    patient =
      "The running class is made for adults. With your parent or guardian we will set " ..
      "up a program that suits your age.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
