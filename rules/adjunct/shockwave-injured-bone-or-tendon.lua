-- SPDX-License-Identifier: Apache-2.0
-- Shockwave over bone stress, fragile bone or an avulsion?

rule {
  id       = "adjunct/shockwave-injured-bone-or-tendon",
  title    = "No shockwave over bone or tendon that may have given way",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    What may be broken or come off must be seen and protected before anything strikes
    it.
  ]],

  basis    = "clinic policy",
  decides  = "adjunct",
  answer   = "contraindicated",
  when     = all {
    treatment.considering:includes "shockwave",
    any { finding "avulsion", finding "bone-stress", finding "fragile-bone" },
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave: not while an avulsion, a bone stress injury or a " ..
      "fragile-bone fracture is suspected. Consider the imaging and the medical review " ..
      "named in this assessment first, and ask again once both are done.",
    patient =
      "The bone or the tendon's hold on it needs checking first. Shockwave could " ..
      "irritate it, so please leave it out until a doctor has looked.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
