-- SPDX-License-Identifier: Apache-2.0
-- Has an elite athlete done 12 weeks of loading yet?

rule {
  id       = "cortisone/elite-before-loading",
  title    = "At elite level too: 12 weeks of loading before any injection",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Elite or not, an injection is not talked about before loading has had its 12 weeks.
  ]],
  evidence = {
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
  answer   = "advise-against",
  when     = all {
    running.level:is "elite",
    any {
      not_given(rehab.stage),
      rehab.adherent_weeks:less_than(12),
    },
  },

  indicator = "warning",
  say       = {
    clinician =
      "Consider advising against for now: loading has not begun, or was done for less " ..
      "than 12 weeks (weeks done: {rehab.adherent_weeks}). No trial shows that elite " ..
      "athletes gain more from cortisone. Relief is short, other tendons are worse at 6 " ..
      "to 12 months. Consider what stands in the way of loading: calendar, travel, " ..
      "sitting, fear. Loading goes on.",
    patient =
      "Before an injection is an option, 12 weeks of your program should be behind you. " ..
      "Relief from cortisone is short, and other tendons were worse after 6 to 12 " ..
      "months. Let us plan the exercises around your season.",
  },
  offer     = { suggest "continue-loading", suggest "ask-sports-physician" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
