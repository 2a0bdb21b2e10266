-- SPDX-License-Identifier: Apache-2.0
-- Bone that a small slip can break, or that breaks with no fall at all.

finding("frail", {
  says = "age, an earlier fracture, osteoporosis, steroids or low weight make bone fragile",
  when = any {
    all { finding "no-male", patient.age_years:at_least(65) },
    patient.age_years:at_least(75),
    yes(screening.prior_fragility_fracture),
    patient.conditions:includes "osteoporosis",
    patient.medications:includes "oral-corticosteroid",
    patient.bmi:less_than(18.5),
  },
})

finding("fragile-bone", {
  says = "signs that fit a fracture of fragile bone",
  when = any {
    all {
      finding "frail",
      any {
        all {
          injury.mechanism:is "minor-slip",
          unless_ruled_out(injury.days_since:at_most(42)),
        },
        all {
          complaint.sites:includes_any { "sacrum", "buttock", "groin", "pubic" },
          unless_ruled_out(complaint.duration_weeks:less_than(12)),
          any {
            complaint.aggravated_by:includes "walking",
            yes(screening.single_leg_stance_pain),
            complaint.rest_pain:at_least(4),
            finding "night-or-ache",
          },
        },
      },
    },
    all {
      patient.medications:includes "bisphosphonate",
      complaint.sites:includes_any { "groin", "anterior-thigh" },
    },
  },
})
