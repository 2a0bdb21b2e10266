-- SPDX-License-Identifier: Apache-2.0
-- Do reasons for GP review come from different parts of the picture?

rule {
  id       = "referral/two-groups",
  title    = "Warning signs of two different kinds: a doctor this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A general sign, a bone sign and sexual change point in different directions. Two
    of them together raise the review by one step.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "two-groups",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week to the GP or a sports physician, naming the groups that came " ..
      "together: general (cancer, weight loss, night or severe pain, inflammatory back " ..
      "pain, enthesitis), bone (energy deficiency, a growing skeleton), or sexual " ..
      "change. Examine hip, spine and nerves; ask again about cauda equina signs.",
    patient =
      "A few things you told us belong to different parts of your health, and a doctor " ..
      "should see them side by side this week. See {clinic.this_week_contact}. You may " ..
      "keep doing what does not hurt; leave running until then.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
