-- SPDX-License-Identifier: Apache-2.0
-- Should the spine be scanned for pain in both legs?

rule {
  id       = "imaging/both-legs",
  title    = "A spinal clinician decides on a scan for pain in both legs",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    With the signs of cauda equina syndrome asked about and absent, an examination comes
    before the MRI.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows = "new pain in both legs is a warning sign of cauda equina syndrome",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "specialist-decides",
  when     = any { finding "both-legs", finding "old-both-legs" },

  indicator = "warning",
  say       = {
    clinician =
      "Consider leaving MRI of the lumbar spine to the spinal clinician or GP who " ..
      "examines (days of pain in both legs: {complaint.radiation_days}). Send " ..
      "along reflexes, strength, feeling and straight leg raise on both sides. Any " ..
      "change of saddle feeling, bladder, bowel or sexual function turns this into an " ..
      "emergency MRI.",
    patient =
      "The doctor who examines your back will decide whether an MRI would help. If " ..
      "feeling between your legs, your bladder, bowel or sexual function changes, go to " ..
      "{clinic.emergency_place} straight away.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
