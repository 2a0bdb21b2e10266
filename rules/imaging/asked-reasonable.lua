-- SPDX-License-Identifier: Apache-2.0
-- Is the scan that was asked about reasonable?

rule {
  id       = "imaging/asked-reasonable",
  title    = "The scan you asked about: reasonable",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Whoever asks about a scan gets an answer to it, with what it can and can not settle.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "reasonable",
  when     = all {
    finding "scan-asked-about",
    finding "scan-reasonable",
  },

  indicator = "info",
  say       = {
    clinician =
      "Asked about: {treatment.considering}. A scan is reasonable, and nothing known so " ..
      "far makes it urgent. Consider agreeing beforehand which result would change " ..
      "what, and explain that changes are common without pain.",
    patient =
      "You asked about a scan. It is a reasonable idea, and as far as we know now there " ..
      "is no hurry. Some changes on the picture will be ordinary for your age; we will " ..
      "go through them with you.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
