-- SPDX-License-Identifier: Apache-2.0
-- Does it hurt where the hamstring is attached?

rule {
  id       = "pattern/pain-elsewhere",
  title    = "The pain is not where the hamstring is attached",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain of this tendon sits at the sit bone, with buttock or back of the thigh around
    it.
  ]],
  evidence = {
    {
      cite = "rich-2023",
      shows = "pain at the sit bone, in an area smaller than a tennis ball",
      grade = "C",
    },
    {
      cite = "laslett-2005",
      shows = "three or more painful tests of the sacroiliac joint: sensitivity 0.91 to 0.94",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "unlikely",
  when     = complaint.sites:includes_none { "sit-bone", "buttock", "posterior-thigh" },

  indicator = "info",
  say       = {
    clinician =
      "Sites named: {complaint.sites}. Consider examining there first: groin, front of " ..
      "the hip and pubic bone for bone stress and the hip joint; sacrum and sacroiliac " ..
      "joint with three or more provocation tests; low back; side of the hip for the " ..
      "gluteal tendons. If nothing hurts, ask what brought the person here.",
    patient =
      "A sore hamstring tendon hurts deep at the sit bone. Your pain is elsewhere, or " ..
      "gone, so we would look at the place that hurts before we treat the hamstring.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
