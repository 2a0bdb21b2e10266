-- SPDX-License-Identifier: Apache-2.0
-- Is the person pregnant?

rule {
  id       = "class/pregnant",
  title    = "Pregnant: your midwife's or doctor's agreement, then a modified class",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In a healthy pregnancy exercise is good; the class is modified, with agreement.
  ]],
  evidence = {
    {
      cite = "ranzcog",
      shows =
        "in a healthy pregnancy exercise is encouraged, with the agreement of the carer",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "medical-clearance-first",
  when     = all { finding "pregnant", finding "not-cleared" },

  indicator = "info",
  say       = {
    clinician =
      "Consider asking for the agreement of doctor or midwife; the class is then " ..
      "modified. Never a blanket ban: exercise is encouraged in a healthy pregnancy. " ..
      "Ask for warning signs, pelvic floor and blood pressure.",
    patient =
      "Exercise is good for most people in pregnancy, and you are welcome. Please ask " ..
      "your doctor or midwife to agree first; we will then adapt the class for you.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
