-- SPDX-License-Identifier: Apache-2.0
-- Was there chest pain, a faint or undue breathlessness in the last three days?

rule {
  id       = "referral/chest-pain-recent",
  title    = "Chest pain or a faint in the last 3 days: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Chest pain, fainting or undue breathlessness of the last days is explained before
    any exercise.
  ]],
  evidence = {
    {
      cite = "apss-2018",
      shows =
        "chest pain and fainting are answers that stop exercise until a doctor has " ..
        "looked",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "chest-pain-recent",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the GP today: chest pain, a faint or undue breathlessness in the last 3 " ..
      "days, for an ECG and a review. Measure pulse, blood pressure and oxygen " ..
      "saturation; ask what brought it on and whether anybody in the family died young. " ..
      "If it returns, call {clinic.emergency_number}. No exercise and no strength " ..
      "testing until a doctor has cleared it.",
    patient =
      "What you felt in your chest, or the faint or breathlessness you had, should be " ..
      "explained by a doctor today. Please phone {clinic.same_day_contact}. Leave " ..
      "exercise until then. If it comes back, call {clinic.emergency_number} at once.",
  },

  cautions  = {
    "The time bands for chest pain are triage conventions and await a clinician's sign-off.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
