-- SPDX-License-Identifier: Apache-2.0
-- The next step of rehabilitation: pain 3 progresses, 4 does not; 24 hours is in time.

decision "progression" {
  question = "What is the next rehab step?",
  answers = {
    "stop-and-refer", "flare-plan", "regress", "hold", "return-to-run", "progress", "start",
  },
  otherwise = "ask",
  while_unknown = "ask",
  suppressed_when = decided("referral"):is_one_of { "emergency", "same-day" },

  texts = {
    ["stop-and-refer"] = {
      title = "Stop loading this area and see a doctor this week",
      clinician = "Medical review comes before the next loading step. Consider what " ..
        "keeps the rest of the body moving meanwhile.",
      patient = "A doctor should look at this before you go on. Leave out running and " ..
        "the exercises for this area until then.",
    },
    ["flare-plan"] = {
      title = "A flare: lighten the load for a few days, keep moving",
      clinician = "Consider dropping fast and deep-bend loads for 3 to 7 days, keeping " ..
        "holds, and asking about red flags again.",
      patient = "This looks like a flare-up. That is part of getting better, not a " ..
        "failure. Ease off the harder exercises for a few days.",
    },
    regress = {
      title = "Go back one stage and let it settle",
      clinician = "The last load did not settle in time. Consider one stage back, and " ..
        "what changed: volume, speed, hills, sitting.",
      patient = "The last step was a bit much for now. Going back one step for a while " ..
        "is a normal part of the plan.",
    },
    hold = {
      title = "Stay at this stage for now",
      clinician = "Consider keeping the stage and recording the response over the next " ..
        "24 hours.",
      patient = "Keep to the same exercises for now, and note how you feel the next " ..
        "day.",
    },
    ["return-to-run"] = {
      title = "Ready to begin a walk-run plan beside the exercises",
      clinician = "The criteria for a graded return are met. Consider a walk-run plan " ..
        "beside the next stage of strength work.",
      patient = "You are ready to start running again, a little at a time, with walking " ..
        "in between. Keep your exercises going as well.",
    },
    progress = {
      title = "Move on to the next stage",
      clinician = "The load test has been steady for two weeks. Consider the next " ..
        "stage, one variable at a time.",
      patient = "Well done: things have been steady for two weeks, so the next step can " ..
        "begin. Change one thing at a time.",
    },
    start = {
      title = "Start the rehabilitation program",
      clinician = "Consider staged loading. Expect 3 to 6 months, with flares.",
      patient = "A step-by-step exercise program is the best-supported way forward. It " ..
        "takes months, with ups and downs.",
    },
    ask = {
      title = "More must be known before the next step can be named",
      clinician = "Consider asking for load-test pain, hours to settle, rest pain, " ..
        "limping and flares; until then keep the load as it is.",
      patient = "We need a few more answers before we suggest the next step. Until " ..
        "then, keep to what you already tolerate well.",
    },
    suppressed = {
      title = "No exercise advice until a doctor has been reached",
      clinician = "Not given: the referral comes first. Take up loading again when the " ..
        "findings are known.",
      patient = "Exercise advice can wait. Please follow the advice about seeing a " ..
        "doctor first.",
    },
  },
}
