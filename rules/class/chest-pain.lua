-- SPDX-License-Identifier: Apache-2.0
-- Is there chest pain or fainting that nobody has explained?

rule {
  id       = "class/chest-pain",
  title    = "A doctor first: unexplained chest pain, fainting or breathlessness",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Unexplained chest pain, fainting or breathlessness comes before any exercise test or
    class.
  ]],
  evidence = {
    {
      cite = "apss-2018",
      shows = "chest pain or fainting in the screen calls for medical advice first",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "medical-clearance-first",
  when     = finding "chest-pain-unexplained",

  indicator = "warning",
  say       = {
    clinician =
      "Consider no class and no exercise test before a GP has looked into it this week. " ..
      "An earlier clearance does not settle it; ask whether it was given after these " ..
      "symptoms.",
    patient =
      "Before any exercise with us, please see your GP this week about the chest pain, " ..
      "fainting or breathlessness. Once they have found the reason, ask us again.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
