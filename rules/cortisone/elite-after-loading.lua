-- SPDX-License-Identifier: Apache-2.0
-- Cortisone for an elite athlete after 12 weeks of loading?

rule {
  id       = "cortisone/elite-after-loading",
  title    = "Elite athlete after 12 weeks of loading: a sports physician decides",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    After 12 weeks of loading an injection can be discussed at elite level; it is never
    an automatic yes.
  ]],
  evidence = {
    {
      cite = "fredberg-1997",
      shows = "into the tendon is condemned; harm around it is unproven",
      grade = "D",
    },
    {
      cite = "nicholson-2014",
      shows = "18 athletes, no control group: pain 7.2 to 3.9",
      grade = "C",
    },
    {
      cite = "nasser-2021",
      shows = "two trials among 12 studies of this tendon to 2019, very low certainty",
      grade = "A",
    },
    {
      cite = "coombes-2010",
      shows = "less pain to 12 weeks, more from 13 weeks on, in other tendons",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "cortisone",
  answer   = "specialist-decision",
  when     = all {
    running.level:is "elite",
    given(rehab.stage),
    rehab.adherent_weeks:at_least(12),
  },

  indicator = "warning",
  say       = {
    clinician =
      "Consider a sports physician's decision, after {rehab.adherent_weeks} weeks at " ..
      "stage {rehab.stage}. No trial shows that elite athletes gain more. If one is " ..
      "given: one only, image-guided, around and not into the tendon, no sprints or " ..
      "deep flexion for about 2 weeks, and the anti-doping rules checked. Relief is " ..
      "short, other tendons are worse at 6 to 12 months; loading goes on.",
    patient =
      "This is for you and a sports physician to weigh up. No study shows that top " ..
      "athletes gain more from cortisone than others. If you choose it, it would be one " ..
      "injection, beside the tendon, and your exercises go on, because relief is short " ..
      "and later months may be worse.",
  },
  offer     = { suggest "ask-sports-physician" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
