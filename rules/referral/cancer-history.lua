-- SPDX-License-Identifier: Apache-2.0
-- Does a cancer in the history change how closely we watch?

rule {
  id       = "referral/cancer-history",
  title    = "Cancer in the history: GP review, re-check in 4 to 6 weeks",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A typical tendon in somebody who has had cancer may start gentle care, with the GP
    told and a date set to look again.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "cancer-history",

  indicator = "info",
  say       = {
    clinician =
      "Consider writing to the GP within 2 to 4 weeks: cancer in the history, which " ..
      "one, when treated, and what was found today. Typical hamstring pain without any " ..
      "other flag may start low-load care. Re-check in 4 to 6 weeks; night pain, " ..
      "growing rest pain, weight loss or nerve signs bring the call forward.",
    patient =
      "Because you have had cancer, we let your GP know about this pain and look at it " ..
      "again with you in 4 to 6 weeks. Gentle exercises can start now. Tell us sooner if " ..
      "the pain wakes you, keeps growing at rest, or your leg feels weak or numb.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
