-- SPDX-License-Identifier: Apache-2.0
-- Has the pain reached both legs in the last twelve weeks?

rule {
  id       = "referral/both-legs",
  title    = "New pain in both legs: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    New pain in both legs warns that the nerves at the base of the spine may come
    under pressure, even while every other sign is absent.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows = "new pain in both legs is a warning sign of cauda equina syndrome",
      grade = "D",
    },
    {
      cite = "nhs-lothian",
      shows = "new pain in both legs is itself listed as a sign",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "both-legs",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the on-call spinal team today: pain in both legs (days since it spread: " ..
      "{complaint.radiation_days}), with no other cauda equina sign reported. Examine " ..
      "both legs for power, reflexes and feeling, and test perianal feeling. Give the " ..
      "warning signs on paper. If no doctor can be reached today, send to the emergency " ..
      "department.",
    patient =
      "Pain in both legs needs a doctor's opinion today. Please phone " ..
      "{clinic.same_day_contact}. If you notice numbness between your legs, a change in " ..
      "your bladder, bowel or sexual function, or weak legs, go to " ..
      "{clinic.emergency_place} or call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
