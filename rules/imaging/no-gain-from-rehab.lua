-- SPDX-License-Identifier: Apache-2.0
-- Has good rehabilitation brought no gain, or is a further step planned?

rule {
  id       = "imaging/no-gain-from-rehab",
  title    = "An MRI is reasonable after 12 weeks of rehabilitation",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    After 12 weeks of exercises really done, or before a needle or an operation, a
    picture can change the plan.
  ]],
  evidence = {
    {
      cite = "lempainen-2009",
      shows = "operation is considered only where care without it has failed",
      grade = "C",
    },
    {
      cite = "benazzo-2013",
      shows = "operated people had had symptoms for 23 months on average",
      grade = "C",
    },
    {
      cite = "jokela-2024",
      shows = "MRI can be normal in true proximal hamstring tendinopathy",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "reasonable",
  when     = finding "no-gain-from-rehab",

  indicator = "info",
  say       = {
    clinician =
      "Consider MRI of pelvis and upper thigh, after {rehab.adherent_weeks} weeks of " ..
      "the program at stage {rehab.stage}. Look first for what the program lacked: " ..
      "load, sitting, stretching, sleep. Question the diagnosis: back, deep gluteal " ..
      "nerve, hip, bone. A normal MRI does not exclude tendinopathy, and changes on it " ..
      "are common without pain.",
    patient =
      "You have worked at this for a good while, so an MRI can now help to choose the " ..
      "next step. As far as we know now it is not urgent. Keep your exercises going " ..
      "meanwhile, and let us agree first on what each result would mean for you.",
  },
  offer     = { suggest "request-mri", suggest "continue-loading" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
