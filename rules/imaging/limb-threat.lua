-- SPDX-License-Identifier: Apache-2.0
-- Is the blood supply of the leg, or a tight muscle compartment, the problem?

rule {
  id       = "imaging/limb-threat",
  title    = "Imaging of the leg arteries through the emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A cold, pale, pulseless or drum-tight leg belongs to a surgeon; a scan helps only if
    it costs no time.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "limb-threat",

  indicator = "critical",
  say       = {
    clinician =
      "Call {clinic.emergency_number}. Ultrasound of the arteries on arrival, further " ..
      "imaging as the surgical team decides; a tense compartment goes to the surgeon " ..
      "without waiting for any picture. Check pulses and feeling on both sides and " ..
      "write down the time.",
    patient =
      "Your leg needs a surgeon and perhaps an ultrasound straight away. Call " ..
      "{clinic.emergency_number} now. Keep the leg still, and level with your body.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
