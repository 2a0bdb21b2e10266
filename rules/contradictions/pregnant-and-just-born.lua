-- SPDX-License-Identifier: Apache-2.0
-- Pregnant, yet gave birth less than six weeks ago.

contradiction "pregnant-and-just-born" {
  when = all {
    patient.pregnant_weeks:more_than(0),
    patient.postpartum_days:less_than(42),
  },
  say =
    "A pregnancy is recorded together with a birth less than 42 days ago. The answers " ..
    "can't be relied on until this is settled.",
  ask = "Is this person pregnant now, and when was the birth?",
}
