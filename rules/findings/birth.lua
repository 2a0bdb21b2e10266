-- SPDX-License-Identifier: Apache-2.0
-- After a birth: how long ago it was, and the pelvic floor.

finding("birth-under-84-days", {
  says = "gave birth less than 84 days ago",
  when = all { finding "given-birth", patient.postpartum_days:less_than(84) },
})

finding("pelvic-floor", {
  says = "pelvic floor symptoms",
  when = all { finding "no-male", yes(patient.pelvic_floor_symptoms) },
})
