-- SPDX-License-Identifier: Apache-2.0
-- Is an antibiotic of the fluoroquinolone family harming the tendon?

rule {
  id       = "referral/fluoroquinolone",
  title    = "Tendon pain with a fluoroquinolone: call the prescriber today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Fluoroquinolones can weaken tendons within days and for months after. The
    prescriber decides about the medicine, today.
  ]],
  evidence = {
    {
      cite = "morales-2019",
      shows =
        "tendon harm follows a fluoroquinolone from two days to several months; steroids " ..
        "beside it multiply Achilles ruptures",
      grade = "B",
    },
    {
      cite = "alves-2019",
      shows = "age over 60, steroids, kidney disease and a transplant raise the risk",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "fluoroquinolone",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the prescriber today: tendon pain with a fluoroquinolone now or in the last " ..
      "60 days. Whether another antibiotic takes its place is theirs to say; never " ..
      "change it yourself. Until then isometrics only, no heavy or fast loading and no " ..
      "cortisone. Ask about age over 60, steroids, kidney disease and a transplant, " ..
      "which raise the risk, and look at both Achilles tendons.",
    patient =
      "An antibiotic you take, or took lately, can make tendons sore and weaker for a " ..
      "while. Phone the doctor who prescribed it today and tell them about this pain. " ..
      "Keep taking it unless that doctor advises otherwise. Leave running and heavy " ..
      "exercises until you have talked; gentle holds are fine.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
