-- SPDX-License-Identifier: Apache-2.0
-- Platelet-rich plasma with a fever or a possible infection?

rule {
  id       = "adjunct/prp-fever-or-infection",
  title    = "No platelet-rich plasma injection with a fever or a possible infection",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ No needle goes into a tendon while an infection may be about. ]],

  basis    = "clinic policy",
  decides  = "adjunct",
  answer   = "contraindicated",
  when     = all {
    treatment.considering:includes "prp-injection",
    any { yes(screening.fever), finding "infection" },
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about platelet-rich plasma: contraindicated while there is a fever or a " ..
      "suspicion of infection. Consider finding the source first, and waiting until the " ..
      "person is well and blood tests are normal. It is no better than whole blood in " ..
      "this tendon, so nothing is lost.",
    patient =
      "An injection has to wait until you are well and an infection has been looked " ..
      "for. You miss little: in this tendon it has not been shown to help more than " ..
      "plain blood.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
