-- SPDX-License-Identifier: Apache-2.0
-- Is the strain too fresh to judge?

rule {
  id       = "cortisone/early-strain",
  title    = "No cortisone into a fresh strain",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In the first week a strain may still show itself as an avulsion; an injection then
    does harm.
  ]],
  evidence = {
    {
      cite = "dean-2014",
      shows = "less collagen, fewer living cells and weaker tendon tissue after cortisone",
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
  answer   = "contraindicated",
  when     = finding "early-strain",

  indicator = "warning",
  say       = {
    clinician =
      "Consider no injection. Examine again on days 3 to 7 for bruising, a gap and " ..
      "strength. Cortisone lowers the strength of tendon tissue; relief is short, and " ..
      "in other tendons results are worse at 6 to 12 months. Gentle loading begins, and " ..
      "then goes on, when the second examination allows.",
    patient =
      "Your injury is fresh, and we need to look at it again in a few days. Cortisone " ..
      "would weaken the tissue while it heals. Relief would be short and later results " ..
      "worse; well-timed exercise helps more.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
