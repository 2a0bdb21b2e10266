-- SPDX-License-Identifier: Apache-2.0
-- Is a limb getting weaker, or has the foot just become weak?

rule {
  id       = "imaging/weak-foot",
  title    = "MRI of the lumbar spine, arranged with a spinal clinician today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ New or growing weakness decides how fast a trapped nerve must be freed. ]],
  evidence = {
    {
      cite = "finucane-2020",
      shows =
        "risk, symptoms and signs are weighed together, and more concern means faster " ..
        "action",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "weak-foot",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the spinal on-call service or the GP today for MRI of the lumbar spine, " ..
      "and say the grade of ankle lift ({screening.ankle_dorsiflexion_grade}) and since " ..
      "how many days ({screening.foot_weakness_days}). Test big toe, eversion and knee " ..
      "on both sides, reflexes, saddle feeling, bladder and bowel: any of the last " ..
      "three makes it an emergency.",
    patient =
      "New weakness in the foot or leg is looked at with an MRI of the lower back. " ..
      "Phone {clinic.same_day_contact} today to arrange it. If numbness between the " ..
      "legs or trouble with bladder or bowel begins, go to {clinic.emergency_place} at " ..
      "once.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
