-- SPDX-License-Identifier: Apache-2.0
-- What would a scan show?

rule {
  id       = "education/e05-scan",
  title    = "Scans often show changes in people without any pain",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Findings that mean nothing worry people and seldom change the care.
  ]],
  evidence = {
    {
      cite = "thompson-2015",
      shows = "changes at the hamstring origin are common in people without pain there",
      grade = "C",
    },
    {
      cite = "de-grove-2021",
      shows = "changes in about a fifth of volunteers",
      grade = "C",
    },
    {
      cite = "clinic-article",
      shows = "scans pick up findings normal for age",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "education",
  answer   = "given",
  when     = all { finding "scan-asked-about", finding "safe-to-reassure" },

  indicator = "info",
  say       = {
    clinician =
      "Consider saying before any scan that changes are common without pain, more so " ..
      "with age, and that the care would most likely stay the same.",
    patient =
      "Scans often show changes in people who have no pain at all. They rarely alter " ..
      "what helps, and can cause needless worry.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
