-- SPDX-License-Identifier: Apache-2.0
-- Is pain with a history of cancer more than a sore tendon?

rule {
  id       = "imaging/cancer-with-pain",
  title    = "MRI of the whole spine and the painful area, arranged with a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Night pain, severe or growing pain, or leg pain below the knee weighs more after
    cancer.
  ]],
  evidence = {
    {
      cite = "nice-cg75",
      shows =
        "severe, growing or night pain with past or present cancer: a call within 24 " ..
        "hours and MRI",
      grade = "B",
    },
    {
      cite = "henschke-2013",
      shows = "past cancer is the one warning sign in back pain that informs by itself",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "cancer-with-pain",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the oncology team or the GP today to arrange MRI of the whole spine and of " ..
      "pelvis and hip on the painful side within a day. Ask which cancer and when it " ..
      "was last checked; examine for bony tenderness and test strength, feeling and " ..
      "walking. Any nerve sign makes it an emergency.",
    patient =
      "With your medical history it is sensible to have this pain looked at with an MRI " ..
      "soon. Phone your cancer team or {clinic.same_day_contact} today to arrange it. " ..
      "The picture is there to be sure.",
  },
  offer     = { suggest "request-mri" },

  cautions  = {
    "Whether nerve pain below the knee belongs to emergency is for a clinician to decide.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
