-- SPDX-License-Identifier: Apache-2.0
-- Does a scan mislead more after 45?

rule {
  id       = "imaging/usual-tendon-story-after-45",
  title    = "After 45 a scan is even less likely to help",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    With the years tendons change without hurting, so a scan points at things that are
    not the cause.
  ]],
  evidence = {
    {
      cite = "de-grove-2021",
      shows = "50 volunteers, mean age 52: signal changes in the tendon in 18 to 24 %",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "not-warranted",
  when     = all {
    finding "scan-not-warranted",
    patient.age_years:more_than(45),
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider saying that at {patient.age_years} years a scan misleads more than at a " ..
      "younger age: of 50 volunteers with a mean age of 52 about one in five had signal " ..
      "changes in the hamstring tendon.",
    patient =
      "At {patient.age_years}, changes in tendons are as ordinary as grey hair, and " ..
      "most never hurt. A scan would probably show some and tell us nothing about your " ..
      "pain.",
  },

  cautions  = {
    "The age of 45 is from one imaging study (Clinical Radiology 2018, doi " ..
      "10.1016/j.crad.2018.06.014); our sources name no author, so it is not cited.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
