-- SPDX-License-Identifier: Apache-2.0
-- Could fragile bone have broken, with a small slip or with none?

rule {
  id       = "referral/fragile-bone",
  title    = "Possible fracture of fragile bone: imaging this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    With age, steroids, low weight or an earlier fracture, a slip, or no event at all,
    can break sacrum, pelvis or hip.
  ]],
  evidence = {
    {
      cite = "nice-cg146",
      shows =
        "women from 65, men from 75, and younger people with an earlier fracture, " ..
        "steroids or low weight have fragile bone",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "fragile-bone",

  indicator = "warning",
  say       = {
    clinician =
      "Arrange imaging of pelvis and hip this week, of the kind named in the imaging " ..
      "advice beside this, which minds pregnancy; then MRI if it is clear and walking " ..
      "still hurts. On a bisphosphonate with groin or thigh pain ask for the whole femur, " ..
      "both sides. Crutches or a frame; no impact, no strength or hop test. Ask about " ..
      "falls, height loss and vitamin D. Losing the four steps is an emergency.",
    patient =
      "Bone can become fragile with age, some medicines or low weight, and may crack " ..
      "without a big fall. See {clinic.this_week_contact} this week about a picture of " ..
      "it. Use a stick or crutches, walk only what you need and keep the rest of you " ..
      "moving. If you can't put weight on the leg, go to {clinic.emergency_place}.",
  },

  cautions  = {
    "In pregnancy MRI or ultrasound is asked for before any X-ray or CT.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
