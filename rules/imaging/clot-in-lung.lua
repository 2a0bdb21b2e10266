-- SPDX-License-Identifier: Apache-2.0
-- Has a clot reached the lung?

rule {
  id       = "imaging/clot-in-lung",
  title    = "Imaging for a clot in the lung, in the emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Signs of a leg clot with chest signs or coughed-up blood are settled by a scan in
    hospital.
  ]],
  evidence = {
    {
      cite = "nice-ng158",
      shows =
        "signs of a clot in the leg with chest signs are assessed in hospital at once",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "clot-in-lung",

  indicator = "critical",
  say       = {
    clinician =
      "Call {clinic.emergency_number}. The emergency team chooses between ultrasound of " ..
      "the leg veins and imaging of the lung arteries; in pregnancy the leg ultrasound " ..
      "comes first. Nothing is booked from the clinic. Keep the person seated and " ..
      "still, and note since when chest signs and leg swelling have been there.",
    patient =
      "Your leg and chest signs need a scan in hospital now. Call " ..
      "{clinic.emergency_number} and stay sitting until help comes.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
