-- SPDX-License-Identifier: Apache-2.0
-- Is this a growing skeleton rather than a tendon?

rule {
  id       = "referral/teenager",
  title    = "Gradual sit-bone or back pain under 18: GP review",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Under 18, gradual pain at the sit bone is more often the growing bone than the
    tendon, and bone pain that stays is looked into.
  ]],
  evidence = {
    {
      cite = "nice-ng12",
      shows =
        "bone pain that nobody can explain in a young person is X-rayed within 48 hours; " ..
        "if it persists, blood is tested",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "teenager",

  indicator = "info",
  say       = {
    clinician =
      "Consider referral to the GP or sports physician within 2 to 4 weeks; age " ..
      "{patient.age_years}. Bone pain without an explanation is imaged within 48 " ..
      "hours, of the kind named in the imaging advice beside this, which minds " ..
      "pregnancy. Look for apophysitis at the sit bone, for extension pain of the low " ..
      "back, and for night pain. Cut sprints, kicks and end-range stretch; no " ..
      "shockwave or cortisone near an open growth plate.",
    patient =
      "While you are still growing, this pain may come from the bone the hamstring holds " ..
      "on to. Your GP or a sports doctor should look at it in the next weeks, with a " ..
      "parent or guardian. Easy movement is fine; leave sprints, kicks and splits for " ..
      "now.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
