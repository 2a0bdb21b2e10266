-- SPDX-License-Identifier: Apache-2.0
-- Treatments added to loading, never in place of it. Each rule speaks of the one asked about.

decision "adjunct" {
  question = "Are shockwave, platelet-rich plasma or anti-inflammatories an option?",
  answers = { "contraindicated", "caution", "option" },
  otherwise = "option",
  while_unknown = "undetermined",
  only_when_final = { "option" },
  applies_when = treatment.considering:includes_any {
    "shockwave", "prp-injection", "anti-inflammatories",
  },
  suppressed_when = decided("referral"):is "emergency",

  texts = {
    contraindicated = {
      title = "A treatment that was asked about should not be used now",
      clinician =
        "At least one of the treatments asked about is contraindicated for now. " ..
        "Consider leaving it out until the reason named here is settled.",
      patient =
        "One of the treatments you asked about is not safe for you at the moment. We " ..
        "explain why below, and there are other ways to help.",
    },
    caution = {
      title = "Possible only with care, after talking it through",
      clinician =
        "A reason for care stands against at least one of the treatments asked about. " ..
        "Consider weighing it against what graded loading alone achieves.",
      patient =
        "There is something to weigh up before you choose this treatment. Please talk " ..
        "it through with us or your doctor first.",
    },
    option = {
      title = "An option beside the exercises, with modest expectations",
      clinician =
        "Nothing known speaks against what was asked about. Consider it beside graded " ..
        "loading, never in its place, and agree beforehand on how its effect is judged.",
      patient =
        "Yes, what you asked about can be tried beside your exercises, which remain the " ..
        "main thing. Please expect a small help from it rather than a big one.",
    },
    undetermined = {
      title = "Whether this treatment suits can't be said yet",
      clinician =
        "Facts that could speak against the treatment are not known yet. Consider the " ..
        "open questions before it is booked or recommended.",
      patient =
        "We need a few more answers before we can say whether this treatment is safe " ..
        "for you. Please hold off on starting it until then.",
    },
    ["not-asked"] = {
      title = "No added treatment was asked about",
      clinician =
        "Neither shockwave, platelet-rich plasma nor anti-inflammatories are being " ..
        "considered.",
      patient = "You did not ask about an added treatment, so we say nothing about one here.",
    },
    suppressed = {
      title = "No advice on added treatments until the emergency is dealt with",
      clinician = "Not given: the emergency referral comes first.",
      patient = "This can wait. Please follow the advice about getting help first.",
    },
  },
}
