-- SPDX-License-Identifier: Apache-2.0
-- Which stage is gone back to?

local STAGES = {
  [0] = {
    focus = "Settle the area", dose = "Little and often, no hamstring stretching",
    exercises = { "Walking in comfort", "Standing breaks", "A cushion to sit on" },
  },
  [1] = {
    focus = "Holds with little hip bend", dose = "Through the day, as your physio sets",
    exercises = { "Bridge hold", "Leg-curl hold", "Straight-leg pull-down" },
  },
  [2] = {
    focus = "Slow strength, little hip bend", dose = "Easy days between, as your physio sets",
    exercises = { "Single-leg bridge", "Prone leg curl", "Hip thrust" },
  },
  [3] = {
    focus = "Slow strength, deeper hip bend", dose = "Easy days between, as your physio sets",
    exercises = { "Romanian deadlift", "Step-up", "Split squat" },
  },
}

local PAIN_RULE = "Up to 3 out of 10 during exercise, back to usual within 24 hours"

rule {
  id       = "progression/regress",
  title    = "One stage back, then build up again",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The load was more than could settle in time: one stage back, never to nothing.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "regress",
  when     = any {
    finding "regress-slow",
    finding "regress-rise",
    finding "regress-long",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider one stage back from stage {rehab.stage} for about a week, then up again " ..
      "by one variable at a time. Ask for sitting, stretching, hills and speed of the " ..
      "last days.",
    patient =
      "Go back one step for about a week. You are not starting over: what you have " ..
      "built stays with you.",
  },

  advise = function(facts)
    local stage = math.max(0, facts.rehab.stage - 1)
    return {
      step = {
        stage = stage,
        action = "regress",
        focus = STAGES[stage].focus,
        exercises = STAGES[stage].exercises,
        dose = STAGES[stage].dose,
        pain_rule = PAIN_RULE,
        review_after_days = 7,
      },
    }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
