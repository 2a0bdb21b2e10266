-- SPDX-License-Identifier: Apache-2.0
-- Should the scan that was asked about be done this week?

rule {
  id       = "imaging/asked-this-week",
  title    = "The scan you asked about: yes, this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Whoever asks about a scan gets an answer to it, and the kind that shows most.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = all {
    finding "scan-asked-about",
    finding "scan-this-week",
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about: {treatment.considering}. A scan is warranted this week. Consider " ..
      "the kind named with the finding, also where another was asked for, and write the " ..
      "clinical question on the request.",
    patient =
      "You asked about a scan. Yes, a picture this week makes sense; the advice beside " ..
      "this names the kind that shows most in your case.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
