-- SPDX-License-Identifier: Apache-2.0
-- Shockwave with active cancer?

rule {
  id       = "adjunct/shockwave-cancer",
  title    = "No shockwave with active cancer",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Shockwave is ruled out where a growth may lie in its path. ]],
  evidence = {
    {
      cite = "tenforde-2022",
      shows = "malignancy in the field is an absolute contraindication to shockwave",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "contraindicated",
  when     = all {
    treatment.considering:includes "shockwave",
    screening.dvt_signs:includes "active-cancer",
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave: contraindicated with active cancer. Consider a word with " ..
      "the oncology team about the pain itself before any treatment of the area, and " ..
      "examine for bony tenderness and nerve signs.",
    patient =
      "Shockwave is not used while cancer is being treated. Your cancer team should " ..
      "know about this pain; please tell them, and we will work with them.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
