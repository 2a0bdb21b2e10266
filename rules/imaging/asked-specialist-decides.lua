-- SPDX-License-Identifier: Apache-2.0
-- Should the scan that was asked about wait for a doctor?

rule {
  id       = "imaging/asked-specialist-decides",
  title    = "The scan you asked about: the reviewing doctor decides",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Whoever asks about a scan gets an answer to it: here an examination comes first.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "specialist-decides",
  when     = all {
    finding "scan-asked-about",
    finding "scan-for-a-specialist",
  },

  indicator = "info",
  say       = {
    clinician =
      "Asked about: {treatment.considering}. Consider holding the request until the " ..
      "reviewing doctor has examined; what was found may call for another region, " ..
      "another scan or a blood test.",
    patient =
      "You asked about a scan. A doctor should examine you first, because that decides " ..
      "which picture, if any, is the right one. Please bring your question along.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
