-- SPDX-License-Identifier: Apache-2.0
-- Has a doctor or midwife advised against exercise in this pregnancy?

rule {
  id       = "class/obstetric-advice",
  title    = "Follow the advice of doctor or midwife: no class for now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In some pregnancies exercise is advised against.
  ]],
  evidence = {
    {
      cite = "ranzcog",
      shows = "some conditions of pregnancy rule exercise out for the time being",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "not-now",
  when     = all { finding "no-male", yes(patient.obstetric_contraindication) },

  indicator = "info",
  say       = {
    clinician =
      "Consider leaving the class until the doctor or midwife who looks after the " ..
      "pregnancy says otherwise; ask for that in writing.",
    patient =
      "Your doctor or midwife has advised against exercise for now, and we go by that. " ..
      "Please tell us when that changes; we look forward to it.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
