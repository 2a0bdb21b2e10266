-- SPDX-License-Identifier: Apache-2.0
-- Was there a collision, crash, hard impact or fall from height within twelve weeks?

rule {
  id       = "referral/significant-trauma",
  title    = "A significant injury in the last 12 weeks: imaging this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    After a significant injury, pain at the pelvis is imaged before it is loaded, even
    with no other sign.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows =
        "a car accident, bike crash or unusual sporting impact is the exception in which " ..
        "imaging is warranted",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "significant-trauma",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week for imaging of the pelvis; the imaging advice beside this names " ..
      "the first picture, in pregnancy too. Event: {injury.mechanism}; days since: " ..
      "{injury.days_since}. Check four steps, hip rotation, single-leg stance, avulsion " ..
      "signs and nerves today; worsening pain or losing the four steps is an emergency. " ..
      "No tendon loading until it has been read.",
    patient =
      "After an accident like yours, we want a picture of the bones before you exercise " ..
      "the leg. See {clinic.this_week_contact} this week to arrange it. Move gently, " ..
      "without running. If you can no longer walk four steps or the pain becomes severe, " ..
      "go to {clinic.emergency_place}.",
  },

  cautions  = {
    "In pregnancy MRI or ultrasound is asked for before any X-ray or CT.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
