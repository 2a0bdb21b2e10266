-- SPDX-License-Identifier: Apache-2.0
-- Infection of bone, joint or spine. A normal temperature never excludes it.

finding("host-risk", {
  says = "an infection is likelier: a risk, diabetes, steroid tablets or a recent injection",
  when = any {
    screening.infection_risks:counts_at_least(1),
    patient.conditions:includes "diabetes",
    patient.medications:includes "oral-corticosteroid",
    all { yes(treatment.had_injection), treatment.weeks_since_injection:at_most(6) },
  },
})

finding("sepsis", {
  says = "very unwell, with fever, an infection risk, marked rest pain or night pain",
  when = all {
    yes(screening.systemically_unwell),
    any {
      yes(screening.fever),
      finding "host-risk",
      complaint.rest_pain:at_least(5),
      finding "night",
    },
  },
})

finding("infection", {
  says = "signs that fit an infection of bone, joint or spine",
  when = any {
    yes(screening.systemically_unwell),
    all {
      yes(screening.fever),
      any { complaint.rest_pain:at_least(3), finding "night-or-ache", finding "host-risk" },
    },
    all { finding "host-risk", finding "severe" },
    all {
      screening.infection_risks:counts_at_least(1),
      complaint.rest_pain:at_least(5),
      finding "night-or-ache",
    },
  },
})
