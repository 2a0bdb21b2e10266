-- SPDX-License-Identifier: Apache-2.0
-- Could this be bone? Then crutches, no running, and no hop test.

rule {
  id       = "progression/stop-bone-stress",
  title    = "Suspected bone stress: no running, no hop test, crutches until it is clear",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A stress injury of hip or pelvis can become a full fracture under impact.
  ]],
  evidence = {
    {
      cite = "hoenig-2025",
      shows =
        "bone stress at high-risk sites of hip and pelvis needs protection until it is " ..
        "cleared",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "progression",
  answer   = "stop-and-refer",
  when     = finding "bone-stress",

  indicator = "warning",
  say       = {
    clinician =
      "Consider crutches until MRI has answered, and no running or impact. Leave out " ..
      "the hop test: it can complete a fracture of the femoral neck. A normal X-ray " ..
      "does not settle it. Examine hip rotation and standing on one leg only as far as " ..
      "comfortable, and ask about periods, eating, earlier stress fractures and the " ..
      "last weeks of training.",
    patient =
      "This may be an overloaded bone rather than a tendon. Please do not run or hop, " ..
      "and use crutches until a scan has been looked at; we can lend you a hand with " ..
      "getting them. Arms, trunk and the other leg can keep moving. Overloaded bone " ..
      "heals well when it is given the chance.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
