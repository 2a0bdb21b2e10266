-- SPDX-License-Identifier: Apache-2.0
-- Is the scan that was asked about worth having?

rule {
  id       = "imaging/asked-not-warranted",
  title    = "The scan you asked about: not for now, and here is why",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Whoever asks about a scan gets an answer to it, and the reason with it. ]],
  evidence = {
    {
      cite = "rajasekaran-2021",
      shows =
        "a factual MRI report led to more worry and worse function at 6 weeks, in back " ..
        "pain",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "not-warranted",
  when     = all {
    finding "scan-asked-about",
    finding "scan-not-warranted",
  },

  indicator = "info",
  say       = {
    clinician =
      "Asked about: {treatment.considering}. Consider answering directly: not for now, " ..
      "since the result would not change the care and may frighten. Ask what the person " ..
      "hopes or fears to see; that is often what needs an answer.",
    patient =
      "You asked about a scan. We would leave it for now: it would not change what " ..
      "helps you. If there is something you are worried about, please tell us, so that " ..
      "we can look into just that.",
  },
  offer     = { suggest "leave-scan-for-now" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
