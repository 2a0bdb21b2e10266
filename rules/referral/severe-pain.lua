-- SPDX-License-Identifier: Apache-2.0
-- Is the pain severe even at rest?

rule {
  id       = "referral/severe-pain",
  title    = "Severe pain at rest: GP within a week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain of 7 or more at rest is more than a tendon usually gives, and deserves a
    second pair of eyes.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "severe-pain",

  indicator = "warning",
  say       = {
    clinician =
      "Consider referral to the GP within a week for examination, pain relief and " ..
      "blood tests; rest pain is {complaint.rest_pain} out of 10. Look again for " ..
      "infection, fracture, nerve and clot signs before calling it a tendon, and ask " ..
      "what eases it. Keep loading to comfortable holds.",
    patient =
      "Pain this strong while resting is more than we expect from a tendon. Please see " ..
      "your GP within a week about relief and about what else may be behind it. " ..
      "Meanwhile move gently within comfort. If fever, weakness or numbness comes along, " ..
      "phone a doctor the same day.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
