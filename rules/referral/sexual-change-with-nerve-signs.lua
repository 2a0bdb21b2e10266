-- SPDX-License-Identifier: Apache-2.0
-- Does a recent sexual change come with nerve signs in one leg?

rule {
  id       = "referral/sexual-change-with-nerve-signs",
  title    = "Sexual change with nerve signs in the leg: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Sexual change alone is seldom cauda equina syndrome; beside pain below the knee or
    nerve signs it needs a doctor the same day.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows =
        "new sexual change belongs to the signs, and is judged with what comes beside it",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "sexual-change-with-nerve-signs",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the on-call spinal team or the GP today. Ask again about numbness between " ..
      "the legs, bladder, bowel and weakness in both legs: any of them makes this an " ..
      "emergency. Examine power, reflexes, feeling and straight-leg raise, and record " ..
      "perianal feeling. Give the warning signs on paper.",
    patient =
      "The change you told us about, together with the signs in your leg, needs a " ..
      "doctor's opinion today. Please phone {clinic.same_day_contact}. If you notice " ..
      "numbness between your legs or any change in your bladder or bowel, go to " ..
      "{clinic.emergency_place} or call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
