-- SPDX-License-Identifier: Apache-2.0
-- Bones that still grow: the apophysis at the sit bone closes as late as 23 to 24.

finding("growth-plate", {
  says = "at 25 or under, a sudden pull where a growth plate may still be open",
  when = all {
    patient.age_years:at_most(25),
    complaint.sites:includes_any {
      "sit-bone", "buttock", "posterior-thigh", "groin", "anterior-hip", "pubic",
    },
    any {
      complaint.onset:is "sudden",
      yes(injury.pop),
      injury.mechanism:is "sprint-or-overstretch",
    },
  },
})

finding("young-hip", {
  says = "under 18 with pain at the groin, the front of the hip or the pubic bone",
  when = all {
    patient.age_years:less_than(18),
    complaint.sites:includes_any { "groin", "anterior-hip", "pubic" },
  },
})

finding("young-night", {
  says = "under 20 with pain at night or marked pain at rest",
  when = all {
    patient.age_years:less_than(20),
    any { finding "night-or-ache", complaint.rest_pain:at_least(5) },
  },
})

finding("teenager", {
  says = "under 18 with gradual pain at the sit bone, buttock, back of the thigh or low back",
  when = all {
    patient.age_years:less_than(18),
    complaint.onset:is "gradual",
    complaint.sites:includes_any {
      "sit-bone", "buttock", "posterior-thigh", "sacrum", "low-back",
    },
  },
})
