-- SPDX-License-Identifier: Apache-2.0
-- Is the tendon ready for the next stage?

local STAGES = {
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
  [4] = {
    focus = "Fast, springy loads", dose = "Easy days between, as your physio sets",
    exercises = { "A-skips", "Fast step-ups", "Bounds", "Sprints, last of all" },
  },
}

local PAIN_RULE = "Up to 3 out of 10 during exercise, back to usual within 24 hours"

rule {
  id       = "progression/progress",
  title    = "Next stage, one variable at a time",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Low pain that settles within a day, for two weeks in a row, earns the next stage.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "progress",
  when     = finding "steady",

  indicator = "info",
  say       = {
    clinician =
      "Load test at most 3, settled within 24 hours, steady for {rehab.weeks_stable} " ..
      "weeks at stage {rehab.stage}. Consider the next stage, with one variable changed " ..
      "at a time and the load test kept daily. Tenderness on palpation never blocks it. " ..
      "The whole course takes 3 to 6 months, flares included.",
    patient =
      "You have earned the next step. Change only one thing at a time and keep your " ..
      "daily test going. It does not matter if the spot is still tender to touch.",
  },

  advise = function(facts)
    local stage = math.min(4, facts.rehab.stage + 1)
    return {
      step = {
        stage = stage,
        action = "progress",
        focus = STAGES[stage].focus,
        exercises = STAGES[stage].exercises,
        dose = STAGES[stage].dose,
        pain_rule = PAIN_RULE,
        review_after_days = 14,
      },
    }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
