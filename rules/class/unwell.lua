-- SPDX-License-Identifier: Apache-2.0
-- Is the person ill? Then exercise waits.

rule {
  id       = "class/unwell",
  title    = "Wait until well again",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    With fever or a general illness exercise waits until the person is well.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "not-now",
  when     = any {
    yes(screening.fever),
    yes(screening.systemically_unwell),
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider the class again when fever and illness are gone. Ask what the illness " ..
      "is; fever with pain at rest or at night is a matter for a doctor.",
    patient =
      "Please get well first. Once the fever has gone and you feel like yourself again, " ..
      "you are welcome to ask about the class. If you feel worse or the pain keeps you " ..
      "awake, see your doctor.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
