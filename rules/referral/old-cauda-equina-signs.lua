-- SPDX-License-Identifier: Apache-2.0
-- Are cauda equina signs there that have not changed for more than two weeks?

rule {
  id       = "referral/old-cauda-equina-signs",
  title    = "Older cauda equina signs: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Signs that are older than 14 days and stable still need a spinal opinion and an
    MRI soon. Any change makes it an emergency.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows = "the emergency pathway is for signs that are new or worsening within 14 days",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "old-cauda-equina-signs",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the on-call spinal team or the GP today for an urgent MRI: signs of cauda " ..
      "equina syndrome, last changed {screening.cauda_equina_days} days ago by this " ..
      "account. Ask again whether anything has changed in the last 14 days; if so, or if " ..
      "unsure, send to the emergency department now. Record perianal feeling, bladder, " ..
      "bowel and leg power as a baseline.",
    patient =
      "The changes you describe have been there for a while, so they need a doctor's " ..
      "opinion today and a scan soon. Today, phone {clinic.same_day_contact}. If " ..
      "numbness, bladder, bowel or leg weakness gets any worse, go to " ..
      "{clinic.emergency_place} or call {clinic.emergency_number}.",
  },

  cautions  = {
    "How soon stable older signs must be scanned is not settled in print; a clinician " ..
      "signs this urgency off.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
