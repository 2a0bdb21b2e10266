-- SPDX-License-Identifier: Apache-2.0
-- Anti-inflammatories, where nothing known speaks against them?

rule {
  id       = "adjunct/anti-inflammatories",
  title    = "Anti-inflammatories: an option for short relief, with no gain in function",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    They ease pain for a short time; they do not mend the tendon and may hide its guide.
  ]],
  evidence = {
    {
      cite = "boudreault-2014",
      shows = "short relief of pain, no gain in function or in the long run",
      grade = "B",
    },
    { cite = "magra-2006", shows = "they may mask how a tendon takes load", grade = "B" },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "option",
  when     = treatment.considering:includes "anti-inflammatories",

  indicator = "info",
  say       = {
    clinician =
      "Asked about anti-inflammatories: consider them for short relief only. They bring " ..
      "no gain in function, and a load test read on them misleads. Ask about stomach, " ..
      "kidneys, heart, asthma and what is taken already; a pharmacist or GP checks the " ..
      "rest.",
    patient =
      "You asked about anti-inflammatory medicine. It can ease the pain for a short " ..
      "time, though it does not make the tendon stronger. Please check with your " ..
      "pharmacist or doctor that it suits you, and don't judge your exercises on days " ..
      "when you take it.",
  },
  offer     = { suggest "continue-loading" },

  cautions  = {
    "The evidence comes from the shoulder and from tendons in general.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
