-- SPDX-License-Identifier: Apache-2.0
-- Shockwave in pregnancy?

rule {
  id       = "adjunct/shockwave-pregnant",
  title    = "No shockwave in pregnancy",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Shockwave near the pelvis is ruled out in pregnancy. ]],
  evidence = {
    {
      cite = "tenforde-2022",
      shows = "pregnancy is an absolute contraindication to shockwave",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "contraindicated",
  when     = all {
    treatment.considering:includes "shockwave",
    finding "pregnant",
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave in week {patient.pregnant_weeks}: contraindicated " ..
      "throughout pregnancy. Consider loading adapted to the week, sitting advice and " ..
      "cushions instead, and ask again after the birth.",
    patient =
      "Shockwave is not used during pregnancy. Adapted exercises and softer seats can " ..
      "help meanwhile, and we can think about it again after the birth.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
