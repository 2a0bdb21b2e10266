-- SPDX-License-Identifier: Apache-2.0
-- The neutral workload asks one question: which of its 25 rules hold?

decision "review" {
  question  = "Which of the 25 rules hold for this patient?",
  answers   = { "act" },
  otherwise = "nothing",
  texts     = {
    act          = { title = "Something to review", clinician = "See the recommendations.", patient = "Ask your doctor." },
    nothing      = { title = "Nothing to review", clinician = "No rule holds.", patient = "Nothing to do." },
    undetermined = { title = "Not yet known", clinician = "Facts are missing.", patient = "Some answers are missing." },
  },
}
