-- SPDX-License-Identifier: Apache-2.0
-- Is somebody very unwell with pain in back, buttock or hip?

rule {
  id       = "imaging/sepsis",
  title    = "Blood tests and MRI through the emergency department",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Somebody very unwell with this pain may have an infection of bone, joint or spine.
  ]],
  evidence = {
    {
      cite = "yusuf-2019",
      shows = "fever was present in only 55 % of spinal infections",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "sepsis",

  indicator = "critical",
  say       = {
    clinician =
      "Emergency department now: blood cultures and inflammation markers come first, " ..
      "then MRI of spine, sacroiliac joints and pelvis as the team finds the source. " ..
      "Imaging never delays the treatment. Send along temperature, pulse, recent " ..
      "injections, operations and medicines.",
    patient =
      "Feeling this unwell together with your pain needs blood tests and a scan in " ..
      "hospital now. Go to {clinic.emergency_place} or call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
