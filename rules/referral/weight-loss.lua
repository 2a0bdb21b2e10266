-- SPDX-License-Identifier: Apache-2.0
-- Has weight gone without meaning to?

rule {
  id       = "referral/weight-loss",
  title    = "Weight loss without a reason: GP within a week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Weight lost without meaning to is looked into by a GP within a week, whatever the
    tendon does.
  ]],
  evidence = {
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
  when     = finding "weight-loss",

  indicator = "warning",
  say       = {
    clinician =
      "Consider referral to the GP within a week for examination and blood tests: " ..
      "unexplained weight loss, how much, over how long. Ask about night pain, fever, " ..
      "appetite, fuelling and cancer: night pain, feeling unwell or cancer beside it " ..
      "raises this to a review with imaging this week. Weight lost on purpose is not a " ..
      "flag.",
    patient =
      "Losing weight without meaning to is worth a visit to your GP within a week, quite " ..
      "apart from your hamstring. Mention how much and since when. You can carry on with " ..
      "gentle exercises meanwhile.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
