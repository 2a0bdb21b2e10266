-- SPDX-License-Identifier: Apache-2.0
-- Shockwave on a blood thinner?

rule {
  id       = "adjunct/shockwave-anticoagulant",
  title    = "Shockwave on a blood thinner: talk it over first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ On a blood thinner shockwave can leave a bruise that keeps growing. ]],
  evidence = {
    {
      cite = "tenforde-2022",
      shows =
        "care with anticoagulants; clotting disorders are a relative contraindication",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "caution",
  when     = all {
    treatment.considering:includes "shockwave",
    patient.medications:includes "anticoagulant",
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave with an anticoagulant: consider asking the prescriber " ..
      "first. Ask which drug, why, and about bruising and falls; if it is used, lower " ..
      "energy and a look at the skin the next day. The medicine itself is not changed " ..
      "for this.",
    patient =
      "Because of your blood thinner, shockwave may bruise you more. Please let us ask " ..
      "your doctor first, and keep taking your medicine as prescribed.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
