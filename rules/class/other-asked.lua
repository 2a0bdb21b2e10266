-- SPDX-License-Identifier: Apache-2.0
-- Was another class asked for?

rule {
  id       = "class/other-asked",
  title    = "Another class, as asked for",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Whoever asks for another class is told about it.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "other-class",
  when     = class.asks_for:is "other",

  indicator = "info",
  say       = {
    clinician =
      "Consider the {clinic.other_classes.strength}; in a painful phase the " ..
      "{clinic.other_classes.home}. Ask what the person hopes for.",
    patient =
      "Our {clinic.other_classes.strength} may suit you. Tell us what you would like to " ..
      "be able to do, and we will find the right place for you.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
