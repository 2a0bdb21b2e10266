-- SPDX-License-Identifier: Apache-2.0
-- Cortisone for a recreational runner of forty or more?

rule {
  id       = "cortisone/recreational-over-40",
  title    = "Strong advice against cortisone from 40 years on",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    From 40 on the reasons against add up: an older tendon, short relief, worse months
    after.
  ]],
  evidence = {
    {
      cite = "coombes-2010",
      shows = "less pain to 12 weeks, more from 13 weeks on, in other tendons",
      grade = "B",
    },
    {
      cite = "dean-2014",
      shows = "less collagen, fewer living cells and weaker tendon tissue after cortisone",
      grade = "B",
    },
    {
      cite = "zissen-2010",
      shows = "this tendon, no control group: 50 % relief over 1 month, 24 % over 6 months",
      grade = "C",
    },
    {
      cite = "clinic-article",
      shows = "not for middle-aged recreational athletes",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "cortisone",
  answer   = "advise-against",
  when     = all {
    running.level:is_one_of { "never", "novice", "recreational", "competitive" },
    patient.age_years:at_least(40),
  },

  indicator = "warning",
  say       = {
    clinician =
      "At {patient.age_years}, consider advising strongly against: less pain up to 12 " ..
      "weeks, more from 13 weeks to a year in other tendons, and weaker tissue in the " ..
      "laboratory. In this tendon only 24 % of an uncontrolled series still had relief " ..
      "after 6 months. Loading goes on; ask what makes it hard.",
    patient =
      "At {patient.age_years} we would clearly advise against cortisone. It tends to " ..
      "help for weeks and to leave tendons worse off after 6 to 12 months. Your " ..
      "exercises are the better way, and it is worth staying with them.",
  },
  offer     = { suggest "continue-loading" },

  cautions  = {
    "Most of the evidence comes from other tendons.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
