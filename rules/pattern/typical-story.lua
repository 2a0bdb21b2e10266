-- SPDX-License-Identifier: Apache-2.0
-- Do story and tests fit the tendon?

rule {
  id       = "pattern/typical-story",
  title    = "Gradual sit-bone pain with load, warm-up or sitting, and tests that fit",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Site, start, load and tests together make the diagnosis; no single one of them does.
  ]],
  evidence = {
    {
      cite = "cacchio-2012",
      shows = "three stretch tests: sensitivity 0.76 to 0.89, specificity 0.82 to 0.91",
      grade = "C",
    },
    {
      cite = "rich-2023",
      shows =
        "gradual onset, sit-bone pain, sitting pain within 30 minutes as trial criteria",
      grade = "C",
    },
    {
      cite = "goom-2016",
      shows = "deep local pain at the sit bone that may spread down the thigh",
      grade = "D",
    },
    {
      cite = "cushman-2015",
      shows = "how often it is this tendon rather than the gluteal muscles is not known",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "likely",
  when     = finding "pattern-likely",

  indicator = "info",
  say       = {
    clinician =
      "Gradual sit-bone pain, aggravated by {complaint.aggravated_by}, with at least " ..
      "two of the three stretch tests positive. Consider proximal hamstring " ..
      "tendinopathy and a load test as baseline. How often such buttock pain is a " ..
      "gluteal problem instead is not known, so press and resist there too. A scan is " ..
      "not part of this diagnosis.",
    patient =
      "Your story and the tests fit a sore hamstring tendon at the sit bone. It comes " ..
      "from more load than the tendon was ready for, and it gets stronger with the " ..
      "right exercises.",
  },
  offer     = { suggest "continue-loading" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
