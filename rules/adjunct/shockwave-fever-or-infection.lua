-- SPDX-License-Identifier: Apache-2.0
-- Shockwave with a fever or a possible infection?

rule {
  id       = "adjunct/shockwave-fever-or-infection",
  title    = "No shockwave with a fever or a possible infection",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Shockwave over an infection can spread it. ]],
  evidence = {
    {
      cite = "tenforde-2022",
      shows = "infection is an absolute contraindication to shockwave",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "contraindicated",
  when     = all {
    treatment.considering:includes "shockwave",
    any { yes(screening.fever), finding "infection" },
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave: contraindicated while there is a fever or a suspicion of " ..
      "infection. Consider finding the source first: temperature, rest and night pain, " ..
      "recent injections, blood tests by the doctor. Ask again when the person is well.",
    patient =
      "Please leave shockwave until you are well and an infection has been looked for. " ..
      "Follow the advice about seeing a doctor if we gave you any.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
