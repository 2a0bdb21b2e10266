-- SPDX-License-Identifier: Apache-2.0
-- Pregnancy and birth: facts that cannot concern a man stand behind `no-male`.

finding("no-male", {
  says = "sex is not male",
  when = patient.sex:is_one_of { "female", "intersex", "undisclosed" },
})

finding("pregnant", {
  says = "pregnant",
  when = all { finding "no-male", patient.pregnant_weeks:more_than(0) },
})

finding("given-birth", {
  says = "gave birth in the last 3 years",
  when = all { finding "no-male", yes(patient.gave_birth_last_3_years) },
})

finding("pregnancy-warning", {
  says = "a warning sign in this pregnancy",
  when = all { finding "no-male", patient.pregnancy_warning_signs:counts_at_least(1) },
})
