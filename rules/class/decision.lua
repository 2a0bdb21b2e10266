-- SPDX-License-Identifier: Apache-2.0
-- RunFit, another class, or not yet? The two answers that say join are never provisional.

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
      clinician = "Consider a class again once the reason below has settled or been " ..
        "looked at.",
      patient = "Now is not the time for a class. We will gladly look at it again soon.",
    },
    ["medical-clearance-first"] = {
      title = "A doctor's go-ahead first, then the class",
      clinician = "Consider asking the GP, or in pregnancy the doctor or midwife, for " ..
        "clearance; record it when it is given.",
      patient = "You are welcome once your doctor or midwife has agreed. Please ask " ..
        "them and let us know.",
    },
    ["physio-assessment-first"] = {
      title = "An assessment with one of our physios first",
      clinician = "Consider an assessment before the class: history, goals, strength " ..
        "tests and the questions still open.",
      patient = "Please see one of our physios first. They will hear your story and " ..
        "goals and find what fits you.",
    },
    ["home-program-then-next-term"] = {
      title = "A home program now, {clinic.runfit.name} next term",
      clinician = "Consider a home program now, and the tests again before the course " ..
        "of the next term.",
      patient = "A home program is the better start for now. You are welcome to join " ..
        "{clinic.runfit.name} next term.",
    },
    ["other-class"] = {
      title = "Another class fits better",
      clinician = "Consider the {clinic.other_classes.strength} or a " ..
        "{clinic.other_classes.home} instead.",
      patient = "Another way of training may suit you better: our " ..
        "{clinic.other_classes.strength} or a {clinic.other_classes.home}.",
    },
    ["join-modified"] = {
      title = "Welcome to {clinic.runfit.name}, with some exercises changed",
      clinician = "The criteria are met, with a reason to modify. Consider telling the " ..
        "instructor what changes.",
      patient = "You are welcome in {clinic.runfit.name}. A few exercises will be " ..
        "adapted for you to begin with.",
    },
    join = {
      title = "Welcome to {clinic.runfit.name}",
      clinician = "The criteria are met. Consider repeating the strength tests during " ..
        "the course.",
      patient = "You are ready for {clinic.runfit.name}. We look forward to seeing you.",
    },
    ["not-asked"] = {
      title = "No class was asked for",
      clinician = "No class was asked for, so none was judged.",
      patient = "You did not ask about a class. You are welcome to at any time.",
    },
    suppressed = {
      title = "No class advice until a doctor has been reached",
      clinician = "Not given: the referral comes first.",
      patient = "Classes can wait. Please follow the advice about seeing a doctor " ..
        "first.",
    },
  },
}
