-- SPDX-License-Identifier: Apache-2.0
-- A man, yet facts of pregnancy, periods or menopause.

contradiction "male-with-pregnancy" {
  when = all {
    patient.sex:is "male",
    any {
      patient.pregnant_weeks:more_than(0),
      screening.missed_periods:more_than(0),
      yes(patient.gave_birth_last_3_years),
      patient.menopause:is_one_of { "pre", "peri", "post" },
    },
  },
  say =
    "Sex is recorded as male, yet there are facts about pregnancy, birth, periods or " ..
    "menopause. The answers can't be relied on until this is settled.",
  ask = "Is the sex recorded right, or do these facts belong to somebody else?",
}
