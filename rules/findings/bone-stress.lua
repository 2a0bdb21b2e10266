-- SPDX-License-Identifier: Apache-2.0
-- Too little energy for the training done, and bone that answers to it.

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

finding("impact", {
  says = "the bone is loaded: running or walking hurts, or the last run was under 12 weeks ago",
  when = any {
    complaint.aggravated_by:includes_any { "running", "hills", "sprinting", "walking" },
    running.weeks_since_last_run:less_than(12),
  },
})

finding("bone-stress", {
  says = "signs that fit a bone stress injury of hip or pelvis",
  when = any {
    all {
      complaint.sites:includes_any {
        "groin", "anterior-hip", "anterior-thigh", "sacrum", "pubic",
      },
      any {
        complaint.warm_up:is "worsens",
        yes(screening.single_leg_stance_pain),
        yes(screening.running_impossible),
        finding "low-energy",
        all {
          any {
            complaint.warm_up:is "unchanged",
            yes(screening.hip_rotation_painful),
            finding "night-or-ache",
          },
          finding "impact",
        },
      },
    },
    all {
      complaint.sites:includes_any {
        "buttock", "low-back", "sacroiliac", "sit-bone", "posterior-thigh",
      },
      at_least_of(2, {
        complaint.warm_up:is "worsens",
        yes(screening.single_leg_stance_pain),
        finding "night-or-ache",
        yes(screening.running_impossible),
      }),
    },
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
