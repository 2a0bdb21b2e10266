-- SPDX-License-Identifier: Apache-2.0
-- Platelet-rich plasma for this tendon?

rule {
  id       = "adjunct/prp",
  title    = "Platelet-rich plasma: no better than whole blood in this tendon",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The one trial in this tendon found no difference from whole blood, so the needle
    promises little.
  ]],
  evidence = {
    {
      cite = "davenport-2015",
      shows = "17 people: no difference from whole blood at 6 months",
      grade = "A",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "caution",
  when     = treatment.considering:includes "prp-injection",

  indicator = "warning",
  say       = {
    clinician =
      "Asked about platelet-rich plasma: consider advising that it was no better than " ..
      "whole blood at 6 months in the one small trial of this tendon. Ask what loading " ..
      "has been done, and for how long; an injection does not replace it. Price and " ..
      "pain of the needle belong in the talk.",
    patient =
      "Platelet-rich plasma is an injection made from your own blood. In a small study " ..
      "of this tendon it did no better than plain blood. We would put the effort into " ..
      "exercise first.",
  },
  offer     = { suggest "continue-loading" },

  cautions  = {
    "The trial was tiny.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
