-- SPDX-License-Identifier: Apache-2.0
-- One planned run against the longest run of the last 30 days; exactly 10 % longer is within.

decision "running-load" {
  question = "Is the planned run too big a jump?",
  answers = { "stop-and-replan", "strong-caution", "caution", "within-limits" },
  otherwise = "undetermined",
  applies_when = given(running.planned_run_km),
  suppressed_when = decided("referral"):is_one_of { "emergency", "same-day" },

  texts = {
    ["stop-and-replan"] = {
      title = "Don't do this run as planned: plan it anew",
      clinician = "The planned run does not fit the present situation. Consider " ..
        "replanning it with the reason below in mind.",
      patient = "This run is not the right one for now. Let's plan another one " ..
        "together.",
    },
    ["strong-caution"] = {
      title = "A big jump: consider a shorter run",
      clinician = "The run is well beyond the running of the last 30 days. Consider " ..
        "shortening it.",
      patient = "This run is a big step up from your recent running. A shorter one is " ..
        "kinder to your body.",
    },
    caution = {
      title = "A jump: consider a somewhat shorter run",
      clinician = "The run goes beyond the running of the last 30 days. Consider " ..
        "shortening it or going gently.",
      patient = "This run is a step up from your recent running. Consider a shorter or " ..
        "gentler one.",
    },
    ["within-limits"] = {
      title = "The planned run is within limits",
      clinician = "The distance is no jump by itself. Consider speed, hills and the " ..
        "tendon's response as well.",
      patient = "The distance fits your recent running. Keep it easy and note how you " ..
        "feel the next day.",
    },
    undetermined = {
      title = "The planned run can't be judged yet",
      clinician = "The longest run of the last 30 days, or whether something speaks " ..
        "against running, is not known. Consider asking first.",
      patient = "We need a little more information before we can say whether this run " ..
        "is a good idea. Until then, keep to what you know well.",
    },
    ["not-asked"] = {
      title = "No planned run was given",
      clinician = "No planned run was entered, so none was judged.",
      patient = "You did not tell us about a planned run, so we did not look at one.",
    },
    suppressed = {
      title = "No running advice until a doctor has been reached",
      clinician = "Not given: the referral comes first.",
      patient = "Running can wait. Please follow the advice about seeing a doctor " ..
        "first.",
    },
  },
}
