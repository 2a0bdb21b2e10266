-- SPDX-License-Identifier: Apache-2.0
-- Was there ever chest pain, a faint or breathlessness that nobody explained?

rule {
  id       = "referral/chest-pain-unexplained",
  title    = "Unexplained chest pain or faints: a doctor this week, before exercise",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Chest pain or fainting that nobody has explained is cleared up before anybody
    trains harder.
  ]],
  evidence = {
    {
      cite = "apss-2018",
      shows =
        "chest pain or dizziness in the exercise screen means medical advice before " ..
        "exercise",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "chest-pain-unexplained",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week to the GP for history, examination and ECG before any exercise " ..
      "test, running or class. Ask when it came, at rest or with effort, and about " ..
      "sudden deaths in the family. Gentle isometrics for the hamstring may go on if " ..
      "they bring nothing on. Should it return: {clinic.emergency_number}.",
    patient =
      "Before you train harder, a doctor should explain the chest pain, faint or " ..
      "breathlessness you told us about. See {clinic.this_week_contact} this week. Easy " ..
      "daily movement is fine. If it comes back, call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
