-- SPDX-License-Identifier: Apache-2.0
-- Is the pain constant at night, or does it prevent sleep?

rule {
  id       = "referral/night-pain",
  title    = "Constant night pain: GP within a week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Tendons complain when you lie on them. Pain that is constant at night or prevents
    sleep is not of that kind.
  ]],
  evidence = {
    {
      cite = "nhs-lothian",
      shows = "night and rest pain for six weeks or more goes to an urgent X-ray",
      grade = "D",
    },
    {
      cite = "finucane-2020",
      shows =
        "no single flag is accurate; each is weighed with the history and the other " ..
        "findings",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "night-pain",

  indicator = "warning",
  say       = {
    clinician =
      "Consider referral to the GP within a week for examination and blood tests, and " ..
      "for imaging where the pain has lasted six weeks or more; in pregnancy MRI or " ..
      "ultrasound comes first. Ask whether any position eases it, and about weight, " ..
      "fever, cancer and age at first onset: one of these beside it means this week. " ..
      "Pain only from lying on the sore side does not count.",
    patient =
      "Pain that stays all night or keeps you awake should be heard by your GP within a " ..
      "week. Say whether any position helps. Pain only when you lie on the sore side is " ..
      "normal for a tendon and is not what we mean.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
