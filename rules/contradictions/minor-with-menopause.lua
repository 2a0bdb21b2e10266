-- SPDX-License-Identifier: Apache-2.0
-- Under 18, yet in or past menopause.

contradiction "minor-with-menopause" {
  when = all {
    patient.age_years:less_than(18),
    patient.menopause:is_one_of { "peri", "post" },
  },
  say =
    "The age is under 18, yet menopause is recorded as peri or post. The answers can't " ..
    "be relied on until this is settled.",
  ask = "Are age and menopause recorded right?",
}
