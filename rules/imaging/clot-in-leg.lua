-- SPDX-License-Identifier: Apache-2.0
-- Could this leg pain be a clot in a deep vein?

rule {
  id       = "imaging/clot-in-leg",
  title    = "Ultrasound of the leg veins within 4 hours",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A leg clot is confirmed or excluded by ultrasound, and waiting has a price.
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
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "clot-in-leg",

  indicator = "critical",
  say       = {
    clinician =
      "Ultrasound of the deep leg veins within 4 hours, by way of the doctor phoned " ..
      "today or the emergency department where the referral says so. With one Wells " ..
      "point or none the doctor may begin with a D-dimer test; the points ticked are: " ..
      "{screening.dvt_signs}. The minus 2 for another diagnosis stays with the doctor. " ..
      "It is safe in pregnancy. No massage, no foam rolling.",
    patient =
      "An ultrasound of your leg within the next 4 hours shows whether there is a clot. " ..
      "It does not hurt and is safe in pregnancy. Phone {clinic.same_day_contact} now " ..
      "to arrange it, and please don't massage the leg. Chest pain, breathlessness or " ..
      "coughed-up blood: call {clinic.emergency_number}.",
  },
  offer     = { suggest "request-ultrasound" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
