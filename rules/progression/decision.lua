-- SPDX-License-Identifier: Apache-2.0
-- The next step of rehabilitation: pain 3 out of 10 progresses, 4 does not; 24 hours is in time.

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
      clinician =
        "A reason for medical review this week stands, so no loading step is given for this " ..
        "area. Consider what keeps the rest of the body moving until the review is done.",
      patient =
        "Before the next exercises, a doctor should look at this. Leave out running and the " ..
        "exercises for this area until then; the rest of you can keep moving in comfort.",
    },
    ["flare-plan"] = {
      title = "A flare: lighten the load for a few days, keep moving",
      clinician =
        "Consider dropping fast and deep-flexion loads for 3 to 7 days, keep holds going, " ..
        "screen for red flags again, then resume at the last load that was tolerated.",
      patient =
        "This looks like a flare-up. Flare-ups are part of getting better, not a failure. " ..
        "Ease off the harder exercises for a few days and keep the gentle ones going.",
    },
    regress = {
      title = "Go back one stage and let it settle",
      clinician =
        "The last load was more than the tendon could settle after. Consider one stage back, " ..
        "and look for what changed: volume, speed, hills, sitting or stretching.",
      patient =
        "The tendon is telling us the last step was a bit much. Going back one step for a " ..
        "while is a normal part of the plan.",
    },
    hold = {
      title = "Stay at this stage for now",
      clinician =
        "Loading is close to the limit, or has not been steady for two weeks. Consider " ..
        "keeping the stage and recording the response over the next 24 hours.",
      patient =
        "You are on track. Keep to the same exercises for now and note how you feel the " ..
        "next day.",
    },
    ["return-to-run"] = {
      title = "Ready to begin a walk-run plan beside the exercises",
      clinician =
        "The criteria for a graded return to running are met. Consider a walk-run plan on " ..
        "alternate days beside the next stage of strength work.",
      patient =
        "You are ready to start running again, a little at a time, with walking in between. " ..
        "Keep your strength exercises going as well.",
    },
    progress = {
      title = "Move on to the next stage",
      clinician =
        "The load test is at most 3 out of 10, settles within 24 hours and has been steady " ..
        "for two weeks. Consider the next stage, one variable at a time.",
      patient =
        "Well done: things have been steady for two weeks, so the next step can begin. " ..
        "Change one thing at a time.",
    },
    start = {
      title = "Start the rehabilitation program",
      clinician =
        "Consider starting staged loading. Expect 3 to 6 months with flares on the way.",
      patient =
        "A step-by-step exercise program is the best-supported way forward. It takes " ..
        "months, with ups and downs, and we will guide you through it.",
    },
    ask = {
      title = "More must be known before the next step can be named",
      clinician =
        "The next step can't be named yet. Consider today's load-test pain, hours to settle, " ..
        "pain at rest, limping and recent flares; until they are known, keep the load as it " ..
        "is.",
      patient =
        "We need a few more answers before we can suggest the next step. Until then, keep to " ..
        "what you already tolerate well.",
    },
    suppressed = {
      title = "No exercise advice until a doctor has been reached",
      clinician =
        "Not given: the referral comes first. Take up loading again when the doctor's " ..
        "findings are known.",
      patient = "Exercise advice can wait. Please follow the advice about seeing a doctor first.",
    },
  },
}
