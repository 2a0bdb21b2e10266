-- SPDX-License-Identifier: Apache-2.0
-- Could this be an infection of bone, joint or spine?

rule {
  id       = "imaging/infection",
  title    = "Blood tests and MRI, arranged with a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Early infection shows on MRI and in the blood, not on an X-ray. A normal temperature
    does not exclude it.
  ]],
  evidence = {
    {
      cite = "yusuf-2019",
      shows = "fever was present in only 55 % of spinal infections",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "infection",

  indicator = "critical",
  say       = {
    clinician =
      "The doctor who sees this person today, in the emergency department where the " ..
      "referral says so, arranges inflammation markers, blood cultures and MRI of " ..
      "spine, sacroiliac joints and pelvis. No fever does not exclude infection. Ask " ..
      "about recent injections, urinary infection, surgery and travel; feel for bony " ..
      "tenderness and warmth.",
    patient =
      "An infection may be behind the pain, and it is best looked for today with a " ..
      "blood test and an MRI. Phone {clinic.same_day_contact}, or follow the more " ..
      "urgent advice if we gave you any. Infections can be treated, and the earlier the " ..
      "better.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
