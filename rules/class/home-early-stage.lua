-- SPDX-License-Identifier: Apache-2.0
-- Is rehabilitation still at stage 0 to 2?

rule {
  id       = "class/home-early-stage",
  title    = "Stages 0 to 2: strength first, the class from stage 3",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Before stage 3 the circuit asks more of the tendon than it has been prepared for.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all { finding "runfit-wanted", finding "home-early-stage" },

  indicator = "info",
  say       = {
    clinician =
      "Rehabilitation is at stage {rehab.stage}. Consider the home program until slow " ..
      "strength in deeper hip bend goes well; from stage 3 on a modified class is " ..
      "possible.",
    patient =
      "Your tendon is still building up. With the home program you will be better " ..
      "prepared, and next term the class can be fun.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
