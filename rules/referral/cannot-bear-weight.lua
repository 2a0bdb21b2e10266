-- SPDX-License-Identifier: Apache-2.0
-- Does the leg still carry four steps?

rule {
  id       = "referral/cannot-bear-weight",
  title    = "Cannot put weight on the leg: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A leg that does not carry four steps may have a broken hip or pelvis, or a
    complete avulsion.
  ]],
  evidence = {
    {
      cite = "nice-cg146",
      shows = "a fragile bone that no longer bears weight is an emergency",
      grade = "B",
    },
    {
      cite = "clinic-article",
      shows = "a significant injury is a reason to image",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "cannot-bear-weight",

  indicator = "critical",
  say       = {
    clinician =
      "Send this person to an emergency department now for imaging of hip and pelvis, " ..
      "because the leg does not carry four steps; the imaging advice beside this names " ..
      "the first picture, in pregnancy too. No weight on the leg: wheelchair or " ..
      "crutches. No strength, hop or stretch test. Note pulse, feeling and power below " ..
      "the knee before they leave.",
    patient =
      "Since your leg won't carry you for a few steps, a doctor needs to look for a " ..
      "broken bone or a serious tendon injury today. Please keep weight off it and have " ..
      "somebody take you to {clinic.emergency_place} now, or call " ..
      "{clinic.emergency_number}.",
  },

  cautions  = {
    "The four steps are borrowed from the ankle and knee rules.",
    "In pregnancy tell the department first, so that MRI or ultrasound comes before " ..
      "X-ray or CT.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
