-- SPDX-License-Identifier: Apache-2.0
-- Cortisone for a recreational runner under forty?

rule {
  id       = "cortisone/recreational-under-40",
  title    = "Moderate advice against cortisone under 40 years",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Under 40 the same trials speak against it; how far they reach into this age is less
    sure.
  ]],
  evidence = {
    {
      cite = "kongsgaard-2009",
      shows =
        "knee tendon: good at 12 weeks, worse at 6 months; heavy slow loading did best",
      grade = "B",
    },
    {
      cite = "coombes-2010",
      shows = "less pain to 12 weeks, more from 13 weeks on, in other tendons",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "cortisone",
  answer   = "advise-against",
  when     = all {
    running.level:is_one_of { "never", "novice", "recreational", "competitive" },
    patient.age_years:less_than(40),
  },

  indicator = "warning",
  say       = {
    clinician =
      "At {patient.age_years}, consider advising against, moderately: the knee tendon " ..
      "of younger athletes did well with cortisone at 12 weeks and had worsened at 6 " ..
      "months, while heavy slow loading lasted. Relief is short, other tendons are " ..
      "worse at 6 to 12 months. Loading goes on; consider heavier, slower sets.",
    patient =
      "At {patient.age_years} we would rather not use cortisone. In a study of knee " ..
      "tendons it helped for 12 weeks and wore off by 6 months, and in other tendons " ..
      "people were worse off after a year. Slow, heavier exercise lasted longest.",
  },
  offer     = { suggest "continue-loading" },

  cautions  = {
    "The evidence comes from other tendons; the clinic article says nothing on this age.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
