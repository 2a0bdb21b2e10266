-- SPDX-License-Identifier: Apache-2.0
-- Does pain of 4 or 5 settle within a day?

rule {
  id       = "progression/hold-pain",
  title    = "Pain of 4 or 5 that settles within 24 hours: keep the stage",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain of 4 or 5 may be carried on with, but is too much to progress on.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "hold",
  when     = finding "hold-pain",

  indicator = "info",
  say       = {
    clinician =
      "Load-test pain {rehab.load_test_pain} out of 10 settled within 24 hours. " ..
      "Consider the same load, with form, tempo and sitting looked at; progress when " ..
      "the test is at most 3.",
    patient =
      "The test hurt a bit more than we like, but it settled within a day. You can go " ..
      "on as you are; we will add more once it is 3 or less.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
