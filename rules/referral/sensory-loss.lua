-- SPDX-License-Identifier: Apache-2.0
-- Is feeling lost in part of the leg?

rule {
  id       = "referral/sensory-loss",
  title    = "Lost feeling in the leg: GP review",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Numb skin comes from a nerve. Without weakness it can wait for a GP,
    not for ever.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "sensory-loss",

  indicator = "info",
  say       = {
    clinician =
      "Map the area of lost feeling, test power, reflexes, straight-leg raise and " ..
      "perianal feeling, and consider writing to the GP for a review within 2 to 4 " ..
      "weeks. Weakness, spread to both legs or a change in bladder or bowel raises the " ..
      "urgency. Leave nerve stretches out; load the hamstring only if the tendon " ..
      "pattern is clear.",
    patient =
      "Numb skin on the leg usually means that a nerve is irritated, and your GP should " ..
      "look at it in the next weeks. Tell somebody the same day if the leg grows weak, " ..
      "and go to {clinic.emergency_place} if you go numb between the legs or your " ..
      "bladder or bowel changes.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
