-- SPDX-License-Identifier: Apache-2.0
-- Shockwave over an injured growth plate?

rule {
  id       = "adjunct/shockwave-growth-plate",
  title    = "No shockwave over a growth plate that may be injured",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    At 25 or under, a sudden pull may have hurt a growth plate; shockwave does not
    belong there.
  ]],
  evidence = {
    {
      cite = "tenforde-2022",
      shows = "an open growth plate is a relative contraindication to shockwave",
      grade = "D",
    },
    {
      cite = "meyers-2012",
      shows = "a sudden pull in the young can injure the growth plates of the pelvis",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "contraindicated",
  when     = all {
    treatment.considering:includes "shockwave",
    finding "growth-plate",
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave: not over a growth plate that may have been pulled. " ..
      "Consider the imaging named in this assessment first, and no stretching or " ..
      "sprinting until it has been read. Press on both sit bones and compare.",
    patient =
      "A spot where bone is still growing may be hurt, and shockwave does not belong " ..
      "there. A picture comes first; then we can talk about what helps.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
