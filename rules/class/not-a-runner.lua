-- SPDX-License-Identifier: Apache-2.0
-- Does this person want to run?

rule {
  id       = "class/not-a-runner",
  title    = "For people who do not want to run: another class",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The running class is for people who run or want to.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "other-class",
  when     = no(running.wants_to_run),

  indicator = "info",
  say       = {
    clinician =
      "Consider the {clinic.other_classes.strength}, which has no running in it. " ..
      "Anybody who wants to run is welcome in {clinic.runfit.name}, women and men " ..
      "alike.",
    patient =
      "{clinic.runfit.name} is built around running. If running is not for you, our " ..
      "{clinic.other_classes.strength} may be just right.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
