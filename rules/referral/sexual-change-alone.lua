-- SPDX-License-Identifier: Apache-2.0
-- Is a sexual change there with no other sign from the base of the spine?

rule {
  id       = "referral/sexual-change-alone",
  title    = "Sexual change on its own: GP review and a warning card",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    On its own a change in sexual function is seldom cauda equina syndrome. The person
    should know which signs would change that.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows =
        "sexual change as the only feature beside back pain is unlikely to be cauda " ..
        "equina syndrome",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "sexual-change-alone",

  indicator = "info",
  say       = {
    clinician =
      "Consider a GP review within 2 to 4 weeks, and hand over a cauda equina card today: " ..
      "numbness between the legs, bladder or bowel change, or weakness in both legs " ..
      "means emergency department. Ask about medicines, mood, pelvic floor and pain with " ..
      "sex. Nerve signs or pain below the knee beside it make this same-day.",
    patient =
      "On its own, a change like this usually has an everyday cause, and your GP can " ..
      "help within the next weeks. Please keep these signs in mind: numbness between " ..
      "your legs, trouble with bladder or bowel, or weakness in both legs. If one " ..
      "appears, go to {clinic.emergency_place}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
