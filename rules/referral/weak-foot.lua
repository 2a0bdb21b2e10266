-- SPDX-License-Identifier: Apache-2.0
-- Is a limb getting weaker, or has the foot dropped lately?

rule {
  id       = "referral/weak-foot",
  title    = "A foot or limb that has become weak: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Strength that is being lost points to a nerve under pressure. The sooner it is
    freed, the better it comes back.
  ]],
  evidence = {
    {
      cite = "nhs-lothian",
      shows =
        "progressive weakness, or ankle lift at grade 3 or less, is an urgent spinal " ..
        "referral",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "weak-foot",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the on-call spinal team today for an opinion and an MRI: progressive " ..
      "weakness, or a foot that lately became weak (grade: " ..
      "{screening.ankle_dorsiflexion_grade}). Chart power of each muscle group of both " ..
      "legs, reflexes and feeling. Ask about numbness between the legs, bladder and " ..
      "bowel; any change there is an emergency. No loaded hamstring or nerve stretching.",
    patient =
      "Losing strength in a leg or foot means that a nerve needs looking at today. " ..
      "Please phone {clinic.same_day_contact}. Say that the weakness is new. Take care " ..
      "on stairs. If both legs grow weak or your bladder or bowel changes, go to " ..
      "{clinic.emergency_place} or call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
