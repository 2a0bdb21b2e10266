-- SPDX-License-Identifier: Apache-2.0
-- Is the competition within 3 days?

rule {
  id       = "cortisone/elite-within-3-days",
  title    = "Competition within 3 days: the in-competition ban applies",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Injected cortisone is banned in competition; what washes out when differs by drug.
  ]],
  evidence = {
    {
      cite = "sport-integrity-australia",
      shows =
        "banned in competition from 23:59 the day before; wash-out 3 days, 10 for two " ..
        "of the drugs",
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
  answer   = "specialist-decision",
  when     = all {
    running.level:is "elite",
    given(rehab.stage),
    rehab.adherent_weeks:at_least(12),
    treatment.days_to_competition:at_most(3),
  },

  indicator = "critical",
  say       = {
    clinician =
      "Competition in {treatment.days_to_competition} days. Injected glucocorticoids of " ..
      "every kind are banned in competition, which starts at 23:59 the day before; the " ..
      "wash-out is at least 3 days. Consider no injection before it, or a therapeutic " ..
      "use exemption first. Relief is short, other tendons are worse at 6 to 12 months, " ..
      "and loading goes on.",
    patient =
      "Your competition is within 3 days, and any cortisone injection now could break " ..
      "the anti-doping rules. Without an exemption in hand, please don't have one. Its " ..
      "relief is short, later months may be worse, and your exercises go on.",
  },
  offer     = { suggest "ask-sports-physician" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
