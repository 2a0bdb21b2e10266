-- SPDX-License-Identifier: Apache-2.0
-- Has a clot in the leg reached the lung?

rule {
  id       = "referral/clot-in-lung",
  title    = "Signs of a clot in the lung: call an ambulance now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Signs of a clot in the leg with chest pain, a faint, breathlessness or coughed-up
    blood mean that the clot may have reached the lung.
  ]],
  evidence = {
    {
      cite = "nice-ng158",
      shows =
        "a suspected clot in the leg with chest pain, breathlessness or coughed-up blood " ..
        "is an emergency",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "clot-in-lung",

  indicator = "critical",
  say       = {
    clinician =
      "Call {clinic.emergency_number} now and stay with this person, seated and at rest. " ..
      "Say suspected pulmonary embolism. Note pulse, breathing rate and oxygen " ..
      "saturation, which leg and which signs: {screening.dvt_signs}. Take no point off " ..
      "because a tendon could explain the leg.",
    patient =
      "Your leg and your chest or breathing together need an emergency doctor now, " ..
      "because a blood clot is treatable and early is best. Please call " ..
      "{clinic.emergency_number}, sit still and don't drive yourself.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
