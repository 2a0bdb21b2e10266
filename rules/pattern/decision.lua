-- SPDX-License-Identifier: Apache-2.0
-- How well the story and the tests fit a sore hamstring tendon at the sit bone.

decision "pattern" {
  question = "Does this look like proximal hamstring tendinopathy?",
  answers = { "unlikely", "likely", "possible" },
  otherwise = "undetermined",
  while_unknown = "undetermined",
  suppressed_when = decided("referral"):is "emergency",

  texts = {
    unlikely = {
      title = "Proximal hamstring tendinopathy is unlikely",
      clinician =
        "At least one feature points elsewhere. Consider examining what is named here " ..
        "before the hamstring tendon is loaded.",
      patient =
        "Your pain does not follow the usual pattern of a sore hamstring tendon. That " ..
        "is useful to know: it tells us where to look next.",
    },
    likely = {
      title = "Proximal hamstring tendinopathy is likely",
      clinician =
        "History and tests fit together. Consider a clinical diagnosis, and keep it " ..
        "under review if the course does not follow.",
      patient =
        "This looks like a sore hamstring tendon where it joins the sit bone. It is a " ..
        "common problem in runners, and it responds to the right exercise.",
    },
    possible = {
      title = "Proximal hamstring tendinopathy is possible",
      clinician =
        "Site and aggravation fit; the rest is open or does not add enough. Consider " ..
        "the stretch tests and the warm-up history.",
      patient =
        "Your hamstring tendon may be the source of the pain. An examination will tell " ..
        "us more.",
    },
    undetermined = {
      title = "The pattern of the pain is not clear yet",
      clinician =
        "Too little is known, or what is known fits no pattern. Consider site, onset, " ..
        "what aggravates it, and the three stretch tests.",
      patient =
        "We can't say yet where your pain comes from. A few more questions and an " ..
        "examination will help.",
    },
    suppressed = {
      title = "No word on the cause until the emergency is dealt with",
      clinician = "Not given: the emergency referral comes first.",
      patient = "This can wait. Please follow the advice about getting help first.",
    },
  },
}
