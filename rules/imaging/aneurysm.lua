-- SPDX-License-Identifier: Apache-2.0
-- Could a large blood vessel be behind sudden pain and a faint?

rule {
  id       = "imaging/aneurysm",
  title    = "Ultrasound of the main artery in the emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    From 60 on, sudden low pain with a faint is looked at in the belly first, not in the
    hamstring.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "aneurysm",

  indicator = "critical",
  say       = {
    clinician =
      "Call {clinic.emergency_number}. Bedside ultrasound of the abdominal aorta on " ..
      "arrival, further imaging as the emergency team decides; nothing is booked from " ..
      "the clinic. Lie the person down, and say on the phone: age {patient.age_years}, " ..
      "sudden pain, faint.",
    patient =
      "Sudden pain together with a faint is checked with a quick ultrasound of your " ..
      "belly in hospital. Call {clinic.emergency_number} now and lie down until help " ..
      "comes.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
