-- SPDX-License-Identifier: Apache-2.0
-- Was there an injection in the last two weeks?

rule {
  id       = "class/home-injection",
  title    = "An injection in the last two weeks: the class waits",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A freshly injected tendon is not loaded hard for two weeks.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all { finding "runfit-wanted", finding "home-injection" },

  indicator = "info",
  say       = {
    clinician =
      "The injection was {treatment.weeks_since_injection} weeks ago. Consider holds " ..
      "and easy movement at first; a modified class is possible when more than two " ..
      "weeks have passed.",
    patient =
      "The tendon needs a quiet time after the injection. A gentle home program suits " ..
      "it best now.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
