-- SPDX-License-Identifier: Apache-2.0
-- Does the pelvic floor need more time after a birth?

rule {
  id       = "class/home-pelvic-health",
  title    = "Pelvic health first: a home program, then the class",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Jumping and running wait 12 weeks after a birth, and for pelvic floor symptoms.
  ]],
  evidence = {
    {
      cite = "goom-2019",
      shows = "12 weeks after a birth, and no pelvic floor symptoms, before impact",
      grade = "D",
    },
    {
      cite = "christopher-2024",
      shows = "at least 3 weeks of rest, then person by person",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all { finding "runfit-wanted", finding "home-pelvic-health" },

  indicator = "info",
  say       = {
    clinician =
      "Consider review by a pelvic-health physio before impact; their clearance " ..
      "overrides this. Sources differ after a birth: 12 weeks before impact, or 3 weeks " ..
      "and then person by person. 12 weeks is used here unless cleared.",
    patient =
      "Your pelvic floor deserves a little more time before jumping and running. A " ..
      "pelvic-health physio can guide you, and may say earlier that you are ready.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
