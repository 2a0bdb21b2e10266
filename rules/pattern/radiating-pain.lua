-- SPDX-License-Identifier: Apache-2.0
-- Does the pain run below the knee or into both legs?

rule {
  id       = "pattern/radiating-pain",
  title    = "Pain below the knee or in both legs points to a nerve",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Tendon pain may spread down the back of the thigh and stops there. ]],
  evidence = {
    {
      cite = "martin-hd-2014",
      shows = "nerve pain deep in the buttock may run below the knee",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "unlikely",
  when     = complaint.radiation:is_one_of { "below-knee", "both-legs" },

  indicator = "info",
  say       = {
    clinician =
      "Radiation: {complaint.radiation}. Consider a full neurological examination, " ..
      "straight leg raise, slump and seated piriformis stretch, and movements of the " ..
      "low back. Ask about saddle feeling, bladder, bowel and sexual function, and " ..
      "about a limb that weakens, before anything is loaded.",
    patient =
      "Pain that runs below the knee, or into both legs, usually comes from a nerve " ..
      "rather than a tendon. We would like to test your back, reflexes and strength " ..
      "first.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
