-- SPDX-License-Identifier: Apache-2.0
-- Could cancer be pressing on the spinal cord or its nerves?

rule {
  id       = "imaging/cancer-with-nerve-signs",
  title    = "MRI of the whole spine today, through the emergency department",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    With cancer now or in the past, new nerve signs mean a picture of the whole spine
    the same day.
  ]],
  evidence = {
    {
      cite = "nice-cg75",
      shows =
        "nerve signs with past or present cancer: the spinal cord compression pathway " ..
        "at once",
      grade = "B",
    },
    {
      cite = "henschke-2013",
      shows = "past cancer is the one warning sign in back pain that informs by itself",
      grade = "B",
    },
    {
      cite = "finucane-2020",
      shows =
        "risk, symptoms and signs are weighed together, and more concern means faster " ..
        "action",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "cancer-with-nerve-signs",

  indicator = "critical",
  say       = {
    clinician =
      "MRI of the whole spine, not of the painful part alone: send this person to an " ..
      "emergency department with MRI and phone the oncology or spinal coordinator on " ..
      "the way. Write on the request which cancer, when treated, which nerve signs and " ..
      "since when. A normal X-ray excludes nothing.",
    patient =
      "Because of your medical history, new changes in feeling or strength need an MRI " ..
      "of the whole back today. Go to {clinic.emergency_place} now, or call " ..
      "{clinic.emergency_number} if you can't get there. Tell them about your cancer " ..
      "treatment.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
