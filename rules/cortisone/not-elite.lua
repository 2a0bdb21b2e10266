-- SPDX-License-Identifier: Apache-2.0
-- Is an injection asked about below elite level?

rule {
  id       = "cortisone/not-elite",
  title    = "Advise against a cortisone injection",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Whatever the age, below elite level weeks of relief are bought with worse months
    afterwards.
  ]],
  evidence = {
    {
      cite = "coombes-2013",
      shows = "tennis elbow: recurrence 54 % with cortisone, 12 % with placebo",
      grade = "B",
    },
    {
      cite = "mellor-2018",
      shows =
        "gluteal tendon: success at 8 weeks 51 of 66 with exercise, 38 of 65 with " ..
        "cortisone",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "cortisone",
  answer   = "advise-against",
  when     = running.level:is_one_of { "never", "novice", "recreational", "competitive" },

  indicator = "warning",
  say       = {
    clinician =
      "Consider advising against: in tennis elbow 83 % had recovered at a year with " ..
      "cortisone, 96 % with placebo, and pain came back in 54 % against 12 %. Exercise " ..
      "with education did better at 8 weeks in gluteal tendons too. Ask what the " ..
      "injection is hoped to make possible, and consider how loading can get there. " ..
      "Loading goes on.",
    patient =
      "We would advise against cortisone. It often eases pain for some weeks, but in " ..
      "other tendons more people had their pain back within 6 to 12 months. Keep up " ..
      "your exercises: they did better in studies.",
  },
  offer     = { suggest "continue-loading" },

  cautions  = {
    "The trials are of other tendons.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
