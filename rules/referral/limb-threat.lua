-- SPDX-License-Identifier: Apache-2.0
-- Is the blood supply of the leg in danger?

rule {
  id       = "referral/limb-threat",
  title    = "The leg's circulation is in danger: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A cold or pale leg, a lost pulse or a tense compartment costs muscle
    within hours.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "limb-threat",

  indicator = "critical",
  say       = {
    clinician =
      "Call {clinic.emergency_number} now and say threatened limb: " ..
      "{screening.limb_threat}. Note the time it began, pulses, colour, feeling and toe " ..
      "movement on both sides. Keep the leg level, uncovered and free of bandages, with " ..
      "no ice and no massage.",
    patient =
      "The blood flow to your leg needs an emergency doctor now. Please call " ..
      "{clinic.emergency_number}. Until help comes, keep the leg level, take off " ..
      "anything tight and don't cool or rub it.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
