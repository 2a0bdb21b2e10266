-- SPDX-License-Identifier: Apache-2.0
-- A range of weeks and what may widen it; never a day on a calendar.

decision "outlook" {
  question = "How long may recovery take, and what may lengthen it?",
  answers = { "not-given", "given" },
  otherwise = "not-given",
  while_unknown = "not-given",
  suppressed_when = decided("referral"):is_one_of { "emergency", "same-day" },

  texts = {
    ["not-given"] = {
      title = "No outlook is given for now",
      clinician = "A range of weeks would mislead while the cause of the pain, or a " ..
        "reason for medical review, is open. Consider saying just that.",
      patient = "It is too early to say how long this may take. Once we know more about " ..
        "the cause, we will talk it through with you.",
    },
    given = {
      title = "Recovery usually takes months, step by step",
      clinician = "Consider giving a range and what may widen it, together with what " ..
        "the person can change.",
      patient = "Recovery takes months rather than weeks, with ups and downs on the " ..
        "way. Steady work is what helps most.",
    },
    suppressed = {
      title = "No outlook until a doctor has been reached",
      clinician = "Not given: the referral comes first.",
      patient = "This can wait. Please follow the advice about seeing a doctor first.",
    },
  },
}
