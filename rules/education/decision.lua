-- SPDX-License-Identifier: Apache-2.0
-- Running IQ: at most five messages, those that fit this person best.

decision "education" {
  question = "What should this person understand?",
  answers = { "given" },
  otherwise = "not-given",
  while_unknown = "not-given",
  suppressed_when = decided("referral"):is_one_of { "emergency", "same-day" },
  at_most = 5,

  texts = {
    given = {
      title = "What helps to know",
      clinician = "Consider talking through these messages; a few, well understood, " ..
        "help most.",
      patient = "A few things that help people with this kind of pain:",
    },
    ["not-given"] = {
      title = "No message is chosen yet",
      clinician = "Too little is known to choose messages that fit. Consider asking the " ..
        "open questions first.",
      patient = "Once we know a little more, we will pick the information that fits " ..
        "you.",
    },
    suppressed = {
      title = "No general information until a doctor has been reached",
      clinician = "Not given: the referral comes first.",
      patient = "This can wait. Please follow the advice about seeing a doctor first.",
    },
  },
}
