-- SPDX-License-Identifier: Apache-2.0
-- Too little energy for the training done.

finding("periods", {
  says = "3 or more missed periods that menopause, pregnancy or a birth do not explain",
  when = all {
    screening.missed_periods:at_least(3),
    finding "no-male",
    unless_ruled_out(all {
      patient.menopause:is_one_of { "pre", "peri", "not-applicable" },
      patient.pregnant_weeks:at_most(0),
      none {
        all {
          yes(patient.gave_birth_last_3_years),
          patient.postpartum_days:at_most(365),
        },
      },
    }),
  },
})

finding("low-energy", {
  says = "missed periods, an earlier stress fracture or a body mass index under 18.5",
  when = any {
    finding "periods",
    screening.stress_fracture_history:is_one_of { "low-risk-site", "high-risk-site" },
    patient.bmi:less_than(18.5),
  },
})

finding("energy-deficiency", {
  says = "signs that the body gets too little energy for the training it does",
  when = any {
    finding "periods",
    screening.stress_fracture_history:is "high-risk-site",
    all {
      screening.stress_fracture_history:is "low-risk-site",
      patient.bmi:less_than(18.5),
    },
  },
})
