-- SPDX-License-Identifier: Apache-2.0
-- Would a scan change anything for a usual tendon story?

rule {
  id       = "imaging/usual-tendon-story",
  title    = "A scan would not change the care for now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Tendon changes on scans are common without pain, and seeing them in a report can do
    harm. The examination decides the care.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows =
        "no imaging unless trauma or something sinister is suspected; chance findings " ..
        "cause fear",
      grade = "D",
    },
    {
      cite = "thompson-2015",
      shows =
        "253 people without pain: 22 % partial changes on both sides, 4 % complete ones",
      grade = "C",
    },
    {
      cite = "rajasekaran-2021",
      shows =
        "a factual MRI report led to more worry and worse function at 6 weeks, in back " ..
        "pain",
      grade = "B",
    },
    {
      cite = "cook-2018",
      shows = "images serve neither diagnosis nor prognosis nor outcome in tendon pain",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "not-warranted",
  when     = finding "scan-not-warranted",

  indicator = "info",
  say       = {
    clinician =
      "Consider explaining why no scan is advised: among 253 people without pain 22 % " ..
      "had partial hamstring changes on both sides; and in a trial in back pain, " ..
      "people given a factual MRI report worried more and did worse at 6 weeks than " ..
      "those who were reassured. Images predict neither course nor outcome of tendon " ..
      "pain. Ask again after a fall, night pain, nerve signs or 12 weeks without gain.",
    patient =
      "Scans of the hamstring often show changes in people who have no pain at all, so " ..
      "a picture would not tell us what hurts, and it can cause needless worry. What " ..
      "helps you is the same either way. If something changes, or 12 weeks of exercise " ..
      "bring no gain, we will think again.",
  },
  offer     = { suggest "leave-scan-for-now", suggest "continue-loading" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
