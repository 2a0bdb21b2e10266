-- SPDX-License-Identifier: Apache-2.0
-- Is an infection making this person very ill?

rule {
  id       = "referral/sepsis",
  title    = "Very unwell with signs of infection: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Shivering, sweats or confusion together with fever, an infection risk or marked
    pain may be sepsis from bone, joint or spine.
  ]],
  evidence = {
    {
      cite = "yusuf-2019",
      shows =
        "fever was there in only about half of spinal infections, so a normal " ..
        "temperature excludes nothing",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "sepsis",

  indicator = "critical",
  say       = {
    clinician =
      "Call an ambulance or send this person to an emergency department now, and say " ..
      "suspected sepsis with pain in the back or pelvis. Note temperature, pulse, " ..
      "breathing rate, blood pressure and alertness. Name any infection risk, steroid " ..
      "use or injection of the last 6 weeks. A normal temperature does not change this.",
    patient =
      "Feeling as ill as you do, together with this pain, may come from an infection " ..
      "that needs treatment today. Please call {clinic.emergency_number} or have " ..
      "somebody take you to {clinic.emergency_place} now. Tell them if you have had an " ..
      "injection or an operation lately.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
