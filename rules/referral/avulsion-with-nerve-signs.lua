-- SPDX-License-Identifier: Apache-2.0
-- Does a hamstring avulsion pull on, or bleed around, the sciatic nerve?

rule {
  id       = "referral/avulsion-with-nerve-signs",
  title    = "Possible avulsion with nerve signs: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The sciatic nerve runs beside the hamstring origin. Nerve signs after an avulsion
    raise the urgency from this week to today.
  ]],
  evidence = {
    {
      cite = "looney-2023",
      shows =
        "a sudden event with bruising, a gap, weakness or a stiff-legged walk suggests " ..
        "an avulsion",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "avulsion-with-nerve-signs",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the orthopaedic on-call team today for an MRI and a plan: signs of a " ..
      "hamstring avulsion with nerve signs ({screening.leg_neurology}). Test ankle lift, " ..
      "big-toe lift and feeling on the outer shin, compare sides, and write down the " ..
      "time. No stretch of hamstring or nerve, no massage; crutches if walking limps.",
    patient =
      "The tendon may have come away from the bone, and the nerve beside it seems " ..
      "irritated. A surgeon should hear of it today. Please phone " ..
      "{clinic.same_day_contact}. Don't stretch or massage the leg. If your foot goes " ..
      "weak or the thigh swells hard, go to {clinic.emergency_place}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
