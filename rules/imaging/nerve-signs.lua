-- SPDX-License-Identifier: Apache-2.0
-- Should the spine be scanned for nerve signs in one leg?

rule {
  id       = "imaging/nerve-signs",
  title    = "The examining doctor decides on a scan for nerve signs",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    How the nerve works, tested by hand, says more at first than how the discs look.
  ]],
  evidence = {
    {
      cite = "finucane-2020",
      shows =
        "risk, symptoms and signs are weighed together, and more concern means faster " ..
        "action",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "specialist-decides",
  when     = any { finding "nerve-weakness", finding "sensory-loss" },

  indicator = "warning",
  say       = {
    clinician =
      "Consider a full neurological examination first: reflexes, strength of ankle, toe " ..
      "and knee, feeling by skin area, straight leg raise and slump. The GP or spinal " ..
      "clinician decides on MRI of the lumbar spine with these results; a sign that " ..
      "grows brings the MRI forward to today.",
    patient =
      "Changes in feeling or strength are first tested by hand. With that, your doctor " ..
      "decides whether an MRI would help. If they grow, phone a doctor the same day.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
