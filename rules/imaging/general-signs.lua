-- SPDX-License-Identifier: Apache-2.0
-- Do weight loss or severe pain at rest call for a scan?

rule {
  id       = "imaging/general-signs",
  title    = "Examination and blood tests first, then the GP decides on a scan",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    One sign of the whole body says little about where to look. The examination tells
    what to image.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "specialist-decides",
  when     = any { finding "weight-loss", finding "severe-pain" },

  indicator = "warning",
  say       = {
    clinician =
      "Consider a GP review within a week: examination, blood count, inflammation " ..
      "markers and calcium; the GP then decides what to image. Pain at rest out of 10: " ..
      "{complaint.rest_pain}. Ask about night pain, fever, cancer and appetite: a " ..
      "second sign raises the urgency.",
    patient =
      "Your GP should see you within a week and will choose between blood tests and " ..
      "pictures once you have been examined. That way the right place is looked at.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
