-- SPDX-License-Identifier: Apache-2.0
-- Could this be a bone stress injury of hip or pelvis?

rule {
  id       = "referral/bone-stress",
  title    = "Possible bone stress injury: off the leg, MRI this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain that does not warm up, hurts on one leg or stops running may be bone. At the
    neck of the femur a missed one can break.
  ]],
  evidence = {
    {
      cite = "hoenig-2025",
      shows = "bone stress injuries at hip and pelvis are high-risk sites, seen on MRI",
      grade = "C",
    },
    {
      cite = "noakes-1985",
      shows =
        "groin pain that makes running impossible and hurts on standing on that leg " ..
        "marks a stress fracture of the pubic bone",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "bone-stress",

  indicator = "warning",
  say       = {
    clinician =
      "Arrange an MRI this week and a sports physician's review; an X-ray lags by weeks " ..
      "and does not exclude it. Crutches and no running until read. No hop test: it can " ..
      "complete a fracture of the femoral neck. Ask about periods, fuelling, earlier " ..
      "stress fractures, and training change. Losing the four steps is an emergency.",
    patient =
      "This pain may come from bone that has had more load than it could repair. It " ..
      "heals well when caught early. See {clinic.this_week_contact} this week about an " ..
      "MRI, use crutches and leave running and jumping until then; arms, trunk and the " ..
      "other leg may keep moving. If you can't put weight on the leg, go to " ..
      "{clinic.emergency_place}.",
  },

  cautions  = {
    "The rule that a tendon is never fully unloaded does not hold for bone.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
