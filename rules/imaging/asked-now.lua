-- SPDX-License-Identifier: Apache-2.0
-- Should the scan that was asked about be done?

rule {
  id       = "imaging/asked-now",
  title    = "The scan you asked about: a scan is needed now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Whoever asks about a scan gets an answer to it, also where the scan needed is
    another one.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = all {
    finding "scan-asked-about",
    finding "scan-now",
  },

  indicator = "critical",
  say       = {
    clinician =
      "Asked about: {treatment.considering}. A scan is needed now; which kind, and " ..
      "where, stands with the finding that calls for it. It goes by that route, not by " ..
      "a request for the clinic's next free appointment.",
    patient =
      "You asked about a scan. Yes, one is needed now, and the advice beside this names " ..
      "which kind and where. It may be another kind than the one you had in mind.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
