-- SPDX-License-Identifier: Apache-2.0
-- Asked for by name only. Cortisone buys weeks and may cost months, so no answer is a plain yes.

decision "cortisone" {
  question = "Should a cortisone injection be given?",
  answers = { "contraindicated", "advise-against", "specialist-decision" },
  otherwise = "undetermined",
  while_unknown = "undetermined",
  applies_when = treatment.considering:includes "cortisone-injection",
  suppressed_when = decided("referral"):is "emergency",

  texts = {
    contraindicated = {
      title = "No cortisone injection while this stands",
      clinician =
        "Consider no injection for now: something found here speaks against it. In other " ..
        "tendons relief is short and results are worse at 6 to 12 months; graded " ..
        "loading, as soon as it is safe again, remains the treatment.",
      patient =
        "A cortisone injection is not safe for you at the moment. Even where it can be " ..
        "given, relief tends to be short and exercise does more over the year.",
    },
    ["advise-against"] = {
      title = "Advise against a cortisone injection",
      clinician =
        "Relief is short, and in other tendons results are worse at 6 to 12 months than " ..
        "without an injection. Consider continuing graded loading.",
      patient =
        "We would advise against cortisone here. It often eases pain for some weeks, " ..
        "but in other tendons people were worse off 6 to 12 months later. Exercise " ..
        "keeps helping.",
    },
    ["specialist-decision"] = {
      title = "A decision for a sports physician, never an automatic yes",
      clinician =
        "No trial shows that elite athletes gain more. Relief is short and, in other " ..
        "tendons, results are worse at 6 to 12 months. Consider a sports physician's " ..
        "opinion while loading goes on.",
      patient =
        "This is a choice to make with a sports physician. Relief is usually short, " ..
        "other tendons did worse 6 to 12 months later, and your exercises go on either " ..
        "way.",
    },
    undetermined = {
      title = "Whether cortisone fits can't be said yet",
      clinician =
        "Facts that could rule an injection out are not known yet. Consider waiting for " ..
        "them. Whatever they show, relief is short, other tendons do worse at 6 to 12 " ..
        "months, and loading goes on where it is safe.",
      patient =
        "We need a few more answers before we can advise you on cortisone. There is no " ..
        "harm in waiting: its relief is short, and exercise is what helps over the " ..
        "year.",
    },
    ["not-asked"] = {
      title = "A cortisone injection was not asked about",
      clinician = "No cortisone injection is being considered, so none is discussed.",
      patient = "You did not ask about a cortisone injection, so we say nothing about it here.",
    },
    suppressed = {
      title = "No advice on injections until the emergency is dealt with",
      clinician = "Not given: the emergency referral comes first.",
      patient = "This can wait. Please follow the advice about getting help first.",
    },
  },
}
