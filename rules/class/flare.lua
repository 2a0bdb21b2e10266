-- SPDX-License-Identifier: Apache-2.0
-- Is there a flare? Then the class waits.

rule {
  id       = "class/flare",
  title    = "Let the flare settle before a class",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A circuit class on top of a flare prolongs it.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "not-now",
  when     = finding "flare-plan",

  indicator = "info",
  say       = {
    clinician =
      "Consider a home program of holds until the flare has settled for a week, and the " ..
      "class again then.",
    patient =
      "You are in a flare-up just now. Gentle exercises at home will serve you better " ..
      "than a class; once it has settled, ask us again.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
