-- SPDX-License-Identifier: Apache-2.0
-- What is done while the stage is kept? An early strain has a step of its own.

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
  [4] = {
    focus = "Fast, springy loads", dose = "Easy days between, as your physio sets",
    exercises = { "A-skips", "Fast step-ups", "Bounds", "Sprints, last of all" },
  },
}

rule {
  id       = "progression/hold",
  title    = "Same stage, same exercises",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Close to the limit, or not yet steady for two weeks: the stage stays.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "hold",
  when     = any {
    finding "hold-pain",
    finding "hold-settling",
    finding "hold-weeks",
    finding "hold-run-pain",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider one more week at stage {rehab.stage}; a fresh strain comes first.",
    patient = "Keep on for another week; a fresh strain comes first.",
  },

  advise = function(facts)
    local injury, stage = facts.injury, facts.rehab.stage
    local popped = facts:known "injury.pop" and injury.pop
    local pulled = facts:known "injury.mechanism" and facts:known "complaint.onset"
      and facts.complaint.onset == "sudden"
      and (injury.mechanism == "sprint-or-overstretch" or injury.mechanism == "minor-slip")
    local fresh = not facts:known "injury.days_since" or injury.days_since <= 7
    if fresh and (popped or pulled) then
      return {}
    end
    return {
      step = {
        stage = stage,
        action = "hold",
        focus = STAGES[stage].focus,
        exercises = STAGES[stage].exercises,
        dose = STAGES[stage].dose,
        pain_rule = "Up to 3 out of 10 during exercise, back to usual within 24 hours",
        review_after_days = 7,
      },
    }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
