-- SPDX-License-Identifier: Apache-2.0
-- Could this leg pain be a clot in a deep vein?

rule {
  id       = "referral/clot-in-leg",
  title    = "Signs of a clot in the leg: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A clot hides behind calf and thigh pain. Any suspicion is scanned or tested the
    same day, and no point is taken off because a tendon might explain the leg.
  ]],
  evidence = {
    {
      cite = "nice-ng158",
      shows =
        "two or more Wells points: ultrasound within 4 hours; one or none: a D-dimer " ..
        "test within 4 hours",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "clot-in-leg",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the GP or the vascular clinic today for an ultrasound within 4 hours; with " ..
      "one Wells point or none a D-dimer may come first. Wells items: " ..
      "{screening.dvt_signs} (points: {fill.points}). The minus 2 for another diagnosis " ..
      "just as likely is left to the doctor's judgement and is not applied here. Measure " ..
      "both calves 10 cm below the tibial tuberosity. Ask about chest pain, " ..
      "breathlessness and coughed-up blood: any of them is an emergency. No massage, no " ..
      "foam rolling.",
    patient =
      "Your leg could have a blood clot, which is treatable and needs a test today. " ..
      "Please phone {clinic.same_day_contact}. Say that a clot in the leg is suspected. " ..
      "Please don't massage the leg. If you get chest pain, become breathless or cough " ..
      "up blood, call {clinic.emergency_number} at once.",
  },

  advise = function(facts)
    local points = "not counted yet"
    if facts:known "screening.dvt_signs" then
      points = #facts.screening.dvt_signs
    end
    return { fill = { points = points } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
