-- SPDX-License-Identifier: Apache-2.0
-- What is done in a flare?

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

local PAIN_RULE = "Up to 3 out of 10 during exercise, back to usual within 24 hours"

rule {
  id       = "progression/flare",
  title    = "Flare plan: holds, lighter days, nothing fast or deep",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In a flare the load comes down for some days, but never to nothing.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "flare-plan",
  when     = finding "flare-plan",

  indicator = "warning",
  say       = {
    clinician =
      "Consider 3 to 7 days without fast or deep-bend loads, with holds kept where pain " ..
      "at rest is at most 1; above that settle first. Ask about red flags again. Resume " ..
      "at the last load that was tolerated. If the usual level is not back in 2 weeks, " ..
      "consider whether the diagnosis is right. The step below needs pain at rest.",
    patient =
      "Ease off for a few days: leave out fast and deep exercises, keep gentle holds " ..
      "and easy walking going, and sit on something soft. Moving a little is better " ..
      "than stopping altogether. Then go back to the last level that felt all right.",
  },

  advise = function(facts)
    local stage = facts.complaint.rest_pain > 1 and 0 or 1
    return {
      step = {
        stage = stage,
        action = "flare",
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
