-- SPDX-License-Identifier: Apache-2.0
-- Are the nerves at the base of the spine in trouble right now?

rule {
  id       = "referral/cauda-equina",
  title    = "A recent sign of cauda equina syndrome: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    One recent sign is enough. Hours decide whether bladder, bowel and sexual function
    come back.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows =
        "one new or worsening sign within 14 days is sent to an emergency department, " ..
        "with MRI within 4 hours of the request",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "cauda-equina",

  indicator = "critical",
  say       = {
    clinician =
      "Send this person to an emergency department with MRI day and night, now, and " ..
      "phone ahead: suspected cauda equina syndrome (days since the newest change: " ..
      "{screening.cauda_equina_days}). Record perianal feeling, bladder and bowel " ..
      "change, and power and reflexes of both legs, without letting that delay " ..
      "departure. No exercise testing and no treatment today.",
    patient =
      "Some nerves low in your back may be under pressure. This needs a scan today, " ..
      "because early treatment protects your bladder, bowel and legs. Please go to " ..
      "{clinic.emergency_place} now and tell them about these changes. If you can't get " ..
      "there, call {clinic.emergency_number}.",
  },

  cautions  = {
    "Sources differ: some leaflets ask for two or more signs, the national pathway for one.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
