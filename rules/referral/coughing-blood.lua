-- SPDX-License-Identifier: Apache-2.0
-- Has blood been coughed up?

rule {
  id       = "referral/coughing-blood",
  title    = "Coughing up blood: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Coughed-up blood has nothing to do with a tendon and may come from a clot, an
    infection or a growth in the lung.
  ]],
  evidence = {
    {
      cite = "nice-ng158",
      shows = "coughed-up blood is one of the signs that a clot may have reached the lung",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "coughing-blood",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the GP today and say that blood has been coughed up: how much, since when, " ..
      "with or without fever, weight loss or a swollen leg. Measure pulse, breathing " ..
      "rate and oxygen saturation. Breathlessness, a faint, chest pain or signs in the " ..
      "leg make this an emergency. No exercise testing.",
    patient =
      "Coughing up blood should be looked at by a doctor today, even if it was little. " ..
      "Phone {clinic.same_day_contact}. If you become breathless, faint or get chest " ..
      "pain, call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
