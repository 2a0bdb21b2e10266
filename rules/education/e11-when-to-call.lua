-- SPDX-License-Identifier: Apache-2.0
-- When should this person call?

rule {
  id       = "education/e11-when-to-call",
  title    = "When to stop and call",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Everybody with pain here should know what is not tendon.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows = "numbness of the saddle and bladder change are reasons to be seen at once",
      grade = "B",
    },
    { cite = "hoenig-2025", shows = "groin pain in a runner may be bone", grade = "C" },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = finding "pain-somewhere",

  indicator = "info",
  say       = {
    clinician =
      "Consider naming the signs each time: groin pain, night pain, numbness between " ..
      "the legs, bladder change.",
    patient =
      "Stop and call us or your doctor if pain comes to the groin or keeps you awake. " ..
      "If you notice numbness between the legs or a change in bladder or bowel, call " ..
      "{clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
