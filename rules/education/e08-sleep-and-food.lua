-- SPDX-License-Identifier: Apache-2.0
-- What else loads a runner?

rule {
  id       = "education/e08-sleep-and-food",
  title    = "Sleep over 7 hours, eat enough, watch stress; missed periods: see a doctor",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Tendon and bone recover with sleep and food.
  ]],
  evidence = {
    {
      cite = "huang-2021",
      shows = "short sleep over two weeks went with more injuries",
      grade = "C",
    },
    {
      cite = "ioc-2023",
      shows = "missed periods are a sign of too little energy",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = any {
    patient.sleep_hours:at_most(7),
    yes(patient.high_stress),
    finding "low-energy",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider sleep, food and stress as part of the load, and a GP or sports " ..
      "physician for missed periods.",
    patient =
      "Sleep more than 7 hours if you can, eat enough for your training and go easier " ..
      "in stressful weeks. If your periods stay away, please see your doctor.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
