-- SPDX-License-Identifier: Apache-2.0
-- Is it too early after the pop to tell a strain from an avulsion?

rule {
  id       = "referral/early-avulsion",
  title    = "A pop and a weak knee bend in the first week: MRI this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In the first week bruising may still be on its way. A pop with any weakness is
    imaged rather than waited on.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "early-avulsion",

  indicator = "warning",
  say       = {
    clinician =
      "Arrange an MRI and a sports physician's opinion within 7 days, and examine again " ..
      "on days 3 to 7: bruising, gap, knee flexion strength, sitting, walk. Days since " ..
      "the event: {injury.days_since}. Until then no stretch and no load on the " ..
      "hamstring; crutches if walking limps.",
    patient =
      "A pop and a weak leg in the first days can turn out to be a strain or more than " ..
      "that, and it is too early to tell by hand. See {clinic.this_week_contact} this " ..
      "week and ask about an MRI. Come back to us in a few days even if it feels better, " ..
      "and tell us about any bruise.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
