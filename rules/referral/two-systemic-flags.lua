-- SPDX-License-Identifier: Apache-2.0
-- Do two flags of the whole body come together?

rule {
  id       = "referral/two-systemic-flags",
  title    = "Two general warning signs together: a doctor this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ One such sign says little. Two together raise the concern by one step. ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "two-systemic-flags",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week to the GP for examination, blood count, inflammation markers and " ..
      "imaging of the painful area. List what came together: weight loss, night pain, " ..
      "feeling very unwell, cancer, severe rest pain, or new pain after 50. Examine " ..
      "spine and hip, feel for bony tenderness, and ask about nerve signs. New nerve " ..
      "signs raise the urgency.",
    patient =
      "Two things you told us are worth putting in front of a doctor together, this " ..
      "week. See {clinic.this_week_contact} and mention both. Usually there is a simple " ..
      "explanation; blood tests and a picture help to find it.",
  },

  cautions  = {
    "New pain after 50 counts only while it is under 26 weeks old.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
