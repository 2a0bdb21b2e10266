-- SPDX-License-Identifier: Apache-2.0
-- RunFit, another class, or not yet? `join` and `join-modified` are never given provisionally.

decision "class" {
  question = "RunFit, another class, or not yet?",
  answers = {
    "not-now", "medical-clearance-first", "physio-assessment-first",
    "home-program-then-next-term", "other-class", "join-modified", "join",
  },
  otherwise = "physio-assessment-first",
  while_unknown = "physio-assessment-first",
  only_when_final = { "join", "join-modified" },
  applies_when = class.asks_for:is_one_of { "runfit", "other" },
  suppressed_when = decided("referral"):is_one_of { "emergency", "same-day" },

  texts = {
    ["not-now"] = {
      title = "No class for now",
      clinician =
        "Something must settle or be looked at before any class. Consider a class again once " ..
        "it has.",
      patient = "Now is not the time for a class. We will gladly look at it again soon.",
    },
    ["medical-clearance-first"] = {
      title = "A doctor's go-ahead first, then the class",
      clinician =
        "Consider asking the GP, or in pregnancy the doctor or midwife, for clearance before " ..
        "the class; record it when it is given.",
      patient =
        "You are welcome once your doctor or midwife has agreed. Please ask them and let us " ..
        "know.",
    },
    ["physio-assessment-first"] = {
      title = "An assessment with one of our physios first",
      clinician =
        "Consider an assessment before the class: history, goals, walking and strength tests, " ..
        "and the questions still open.",
      patient =
        "Please see one of our physios first. They will hear your story and goals, test your " ..
        "strength and find the class that fits you. Often the answer is simply yes.",
    },
    ["home-program-then-next-term"] = {
      title = "A home program now, RunFit next term",
      clinician =
        "Consider a home program now and the course of the next term, with the tests repeated " ..
        "before it begins.",
      patient =
        "A home program is the better start for now. You are welcome to join RunFit next term.",
    },
    ["other-class"] = {
      title = "Another class fits better",
      clinician =
        "Consider the {clinic.other_classes.strength} or the {clinic.other_classes.home} " ..
        "instead of RunFit.",
      patient =
        "Another way of training may suit you better: our {clinic.other_classes.strength} or " ..
        "a {clinic.other_classes.home}.",
    },
    ["join-modified"] = {
      title = "Welcome to RunFit, with some exercises changed",
      clinician =
        "The criteria are met, with a reason to modify. Consider telling the instructor which " ..
        "exercises change and how the response is followed.",
      patient =
        "You are welcome in RunFit. A few exercises will be adapted for you to begin with.",
    },
    join = {
      title = "Welcome to RunFit",
      clinician = "The criteria are met. Consider repeating the strength tests during the course.",
      patient = "You are ready for RunFit. We look forward to seeing you.",
    },
    ["not-asked"] = {
      title = "No class was asked for",
      clinician = "No class was asked for, so none was judged.",
      patient = "You did not ask about a class. You are welcome to at any time.",
    },
    suppressed = {
      title = "No class advice until a doctor has been reached",
      clinician = "Not given: the referral comes first.",
      patient = "Classes can wait. Please follow the advice about seeing a doctor first.",
    },
  },
}
