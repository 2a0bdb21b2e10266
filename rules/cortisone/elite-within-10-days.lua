-- SPDX-License-Identifier: Apache-2.0
-- Is it triamcinolone or prednisolone within 10 days?

rule {
  id       = "cortisone/elite-within-10-days",
  title    = "Triamcinolone or prednisolone within 10 days: the in-competition ban applies",
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
    treatment.cortisone_drug:is_one_of { "triamcinolone", "prednisolone" },
    treatment.days_to_competition:at_most(10),
  },

  indicator = "critical",
  say       = {
    clinician =
      "Competition in {treatment.days_to_competition} days, drug " ..
      "{treatment.cortisone_drug}: its wash-out is 10 days, and injected " ..
      "glucocorticoids are banned in competition. Consider no injection before it, or a " ..
      "therapeutic use exemption first. Ask for the product and the dose. Relief is " ..
      "short, other tendons are worse at 6 to 12 months, and loading goes on.",
    patient =
      "This kind of cortisone stays in the body for about 10 days and is banned in " ..
      "competition. Without an exemption in hand, please don't have it now. Its relief " ..
      "is short, later months may be worse, and your exercises go on.",
  },
  offer     = { suggest "ask-sports-physician" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
