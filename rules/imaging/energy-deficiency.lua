-- SPDX-License-Identifier: Apache-2.0
-- Does the bone need looking at when the body gets too little energy?

rule {
  id       = "imaging/energy-deficiency",
  title    = "A sports physician decides on bone density and MRI",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Missed periods or an earlier stress fracture call for a look at food, hormones and
    bone together.
  ]],
  evidence = {
    {
      cite = "ioc-2023",
      shows =
        "missed periods and high-risk stress fractures are primary signs; a physician " ..
        "leads the work-up",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "specialist-decides",
  when     = finding "energy-deficiency",

  indicator = "info",
  say       = {
    clinician =
      "Consider leaving bone density measurement and MRI to the sports physician, with " ..
      "blood tests and a food history. Periods missed: {screening.missed_periods}; " ..
      "earlier stress fracture: {screening.stress_fracture_history}. Ask about weight, " ..
      "training and mood. Pain of groin, hip or sacrum on impact calls for MRI this " ..
      "week.",
    patient =
      "Your body may be getting less energy than your training uses. A sports physician " ..
      "can check this and decide whether your bones should be measured. There is good " ..
      "help for it.",
  },
  offer     = { suggest "ask-sports-physician" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
