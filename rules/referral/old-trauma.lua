-- SPDX-License-Identifier: Apache-2.0
-- Was there a big trauma more than twelve weeks ago?

rule {
  id       = "referral/old-trauma",
  title    = "A significant injury long ago: GP review",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain that goes back to a collision, crash or fall may be an injury that was never
    seen.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows =
        "a car accident, bike crash or unusual sporting impact is the exception in which " ..
        "imaging is warranted",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "old-trauma",

  indicator = "info",
  say       = {
    clinician =
      "Consider asking the GP or a sports physician for a review within 2 to 4 weeks: " ..
      "{injury.mechanism}, {injury.days_since} days ago. Find out what was imaged then " ..
      "and what was not. Examine hip rotation, single-leg stance, hamstring strength and " ..
      "the sciatic nerve; a missed avulsion or fracture shows there.",
    patient =
      "Since your pain goes back to an accident, it is worth asking whether something " ..
      "was missed then. See your GP or a sports physician in the next weeks and bring " ..
      "any old pictures or letters. Gentle exercise may go on meanwhile.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
