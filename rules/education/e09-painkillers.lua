-- SPDX-License-Identifier: Apache-2.0
-- What do painkillers and cortisone do to the load?

rule {
  id       = "education/e09-painkillers",
  title    = "Painkillers and cortisone can hide how much the tendon takes",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    What takes the pain away takes the guide away too.
  ]],
  evidence = {
    {
      cite = "coombes-2010",
      shows = "better for weeks, worse from 3 to 12 months on, in other tendons",
      grade = "B",
    },
    {
      cite = "boudreault-2014",
      shows = "anti-inflammatories ease pain for a short time, with no gain in function",
      grade = "B",
    },
    { cite = "magra-2006", shows = "they may mask how a tendon takes load", grade = "B" },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = treatment.considering:includes_any {
    "cortisone-injection", "anti-inflammatories",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider saying that steroid helps for weeks and may leave a tendon worse at 6 " ..
      "to 12 months, and that a log read on painkillers misleads.",
    patient =
      "Painkillers and cortisone can hide how much your tendon can take. Cortisone may " ..
      "help for some weeks, but can leave things worse after 6 to 12 months.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
