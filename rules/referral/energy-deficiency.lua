-- SPDX-License-Identifier: Apache-2.0
-- Does the body get enough energy for the training it does?

rule {
  id       = "referral/energy-deficiency",
  title    = "Signs of too little energy for the training: sports physician review",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Missed periods or stress fractures mean that the body saves energy on bone and
    hormones. Tendons and bones mend poorly then.
  ]],
  evidence = {
    {
      cite = "ioc-2023",
      shows =
        "3 to 11 missed periods or one high-risk stress fracture is a primary sign of " ..
        "energy deficiency; 12 or more missed is severe",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "energy-deficiency",

  indicator = "warning",
  say       = {
    clinician =
      "Consider referral to a sports physician or GP within 2 to 4 weeks for an " ..
      "energy, menstrual and bone work-up. Missed periods in a row: " ..
      "{screening.missed_periods}; 12 or more is the severe grade and belongs in the " ..
      "letter. Ask about fuelling, weight change, bone pain and earlier stress " ..
      "fractures; bone pain is imaged this week. How hard to train is for the " ..
      "physician to grade.",
    patient =
      "Missed periods or stress fractures can be a sign that you use more energy than " ..
      "you take in. A sports physician or your GP can check hormones and bone within the " ..
      "next weeks, and eating enough is part of the treatment. Twelve or more missed " ..
      "periods make the visit more pressing. Tell us at once about groin or shin pain.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
