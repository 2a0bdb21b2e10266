-- SPDX-License-Identifier: Apache-2.0
-- Where does rehabilitation begin?

local STAGES = {
  [0] = {
    focus = "Settle the area", dose = "Little and often, no hamstring stretching",
    exercises = { "Walking in comfort", "Standing breaks", "A cushion to sit on" },
  },
  [1] = {
    focus = "Holds with little hip bend", dose = "Through the day, as your physio sets",
    exercises = { "Bridge hold", "Leg-curl hold", "Straight-leg pull-down" },
  },
}

rule {
  id       = "progression/start",
  title    = "Start: settle it first if it is sore, else begin with holds",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Loading in stages is the best-supported treatment of this tendon.
  ]],
  evidence = {
    {
      cite = "goom-2016",
      shows = "loading in four stages by criteria, over 3 to 6 months",
      grade = "D",
    },
    {
      cite = "clinic-article",
      shows = "3 to 6 months of steady strength work, flare-ups expected",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "progression",
  answer   = "start",
  when     = all { not_given(rehab.stage), finding "tendinopathy" },

  indicator = "info",
  say       = {
    clinician =
      "Consider starting at stage 0 when pain at rest is over 1 or the load test over " ..
      "3, else with holds at stage 1. Expect 3 to 6 months with flares. The step needs " ..
      "pain at rest and the load test; choose one test movement and keep it. Ask for " ..
      "goals, sitting, work and what changed before the pain began.",
    patient =
      "A step-by-step exercise program is the way forward. It takes 3 to 6 months, with " ..
      "good weeks and less good ones. You do not need to stop everything, and you do " ..
      "not need to push through either: mild pain that settles within a day is fine.",
  },

  advise = function(facts)
    local rest, test = "complaint.rest_pain", "rehab.load_test_pain"
    local sore = facts:known(rest) and facts.complaint.rest_pain > 1
      or facts:known(test) and facts.rehab.load_test_pain > 3
      or facts.complaint.rest_pain > 1
      or facts.rehab.load_test_pain > 3
    local stage = sore and 0 or 1
    return {
      step = {
        stage = stage,
        action = "start",
        focus = STAGES[stage].focus,
        exercises = STAGES[stage].exercises,
        dose = STAGES[stage].dose,
        pain_rule = "Up to 3 out of 10 during exercise, back to usual within 24 hours",
        review_after_days = 14,
      },
    }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
