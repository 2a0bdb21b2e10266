-- SPDX-License-Identifier: Apache-2.0
-- Is a competition near, for an elite athlete who has not done 12 weeks of loading?

rule {
  id       = "cortisone/elite-competition-before-loading",
  title    = "Competition near: the in-competition ban applies as well",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The ban in competition holds whatever has been done before; who orders must hear of it.
  ]],
  evidence = {
    {
      cite = "sport-integrity-australia",
      shows =
        "banned in competition from 23:59 the day before; wash-out 3 days, 10 for two " ..
        "of the drugs",
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
    any {
      treatment.days_to_competition:at_most(3),
      all {
        treatment.cortisone_drug:is_one_of { "triamcinolone", "prednisolone" },
        treatment.days_to_competition:at_most(10),
      },
    },
  },

  indicator = "critical",
  say       = {
    clinician =
      "Competition in {treatment.days_to_competition} days. Injected glucocorticoids of " ..
      "every kind are banned in competition, which starts at 23:59 the day before; the " ..
      "wash-out is at least 3 days, 10 for triamcinolone and prednisolone. Consider no " ..
      "injection before it, or a therapeutic use exemption first. Relief is short, other " ..
      "tendons are worse at 6 to 12 months, and loading goes on.",
    patient =
      "Your competition is near, and a cortisone injection now could break the " ..
      "anti-doping rules. Without an exemption in hand, please don't have one. Its " ..
      "relief is short, later months may be worse, and your exercises go on.",
  },
  offer     = { suggest "ask-sports-physician" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
