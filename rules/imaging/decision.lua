-- SPDX-License-Identifier: Apache-2.0
-- A scan is named when it would change what happens next; it is shown in an emergency too.

decision "imaging" {
  question = "Is a scan warranted?",
  answers = {
    "warranted-now", "warranted-this-week", "reasonable", "specialist-decides", "not-warranted",
  },
  otherwise = "undetermined",
  while_unknown = "undetermined",
  only_when_final = { "not-warranted" },

  texts = {
    ["warranted-now"] = {
      title = "A scan is needed now, by the route named here",
      clinician =
        "Imaging changes what happens today. Arrange it by the route named here; it " ..
        "never delays the referral. In pregnancy MRI or ultrasound comes first.",
      patient =
        "A picture is part of what you need today. The people you are sent to will " ..
        "arrange it, so there is nothing for you to book.",
    },
    ["warranted-this-week"] = {
      title = "A scan is warranted this week",
      clinician =
        "The result would change what happens next. Consider requesting it for this " ..
        "week, with the clinical question written on the request.",
      patient =
        "A picture this week would help to choose the right care. Your doctor or physio " ..
        "will tell you which kind and where.",
    },
    reasonable = {
      title = "A scan is reasonable; nothing known so far makes it urgent",
      clinician =
        "Imaging may help to decide the next step. Consider agreeing beforehand on what " ..
        "each possible result would change.",
      patient =
        "A picture can be useful at this point, and as far as we know now there is no " ..
        "hurry. It helps to talk first about what the result would change for you.",
    },
    ["specialist-decides"] = {
      title = "Whether to scan is for the reviewing doctor to decide",
      clinician =
        "The findings call for a medical review first. Consider sending them with the " ..
        "referral and leaving the choice of imaging to the doctor who examines.",
      patient =
        "A doctor should examine you first and then decide whether a picture would " ..
        "help. Often the examination and a blood test say more.",
    },
    ["not-warranted"] = {
      title = "A scan is not warranted at the moment",
      clinician =
        "Nothing in the answers calls for imaging, and a scan would not change the " ..
        "care. Consider asking again if the picture changes.",
      patient =
        "From what you have told us, a scan would not change what helps you. If " ..
        "something changes, we will look at this again together.",
    },
    undetermined = {
      title = "Whether a scan would help can't be said yet",
      clinician =
        "Red flags or other facts are not yet excluded, so imaging is neither advised " ..
        "nor advised against. Consider the open questions first; they also answer a " ..
        "request for a scan.",
      patient =
        "We need a few more answers before we can say whether a scan would help you.",
    },
  },
}
