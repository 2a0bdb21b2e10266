-- SPDX-License-Identifier: Apache-2.0
-- Has the hamstring come off the bone?

rule {
  id       = "imaging/avulsion",
  title    = "MRI of the upper hamstring this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    MRI shows how many tendons have come off and how far, which is what a surgeon needs
    to know.
  ]],
  evidence = {
    {
      cite = "looney-2023",
      shows = "a sudden injury with bruising, a gap or marked weakness is imaged by MRI",
      grade = "D",
    },
    {
      cite = "pihl-2024",
      shows = "from 30 to 70 years care without operation was no worse at 2 years",
      grade = "A",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "avulsion",

  indicator = "warning",
  say       = {
    clinician =
      "Consider MRI of pelvis and upper thigh this week, with a referral to a sports " ..
      "physician or orthopaedic surgeon at the same time. Operation is not automatic: " ..
      "without one, people of 30 to 70 did about as well at 2 years. Look again for " ..
      "bruising on days 3 to 7, feel for a gap, and test nerve function.",
    patient =
      "Your story fits a hamstring that has come away from the bone, at least in part. " ..
      "An MRI this week shows how much. See {clinic.this_week_contact} to arrange it; " ..
      "many people do well without an operation.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
