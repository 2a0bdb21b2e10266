-- SPDX-License-Identifier: Apache-2.0
-- Is a hip that still grows in trouble?

rule {
  id       = "referral/young-hip",
  title    = "Groin or hip pain under 18: imaging this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Under 18, pain at groin or front of the hip is the hip's growth plate until a
    picture has been read.
  ]],
  evidence = {
    {
      cite = "nice-ng12",
      shows = "unexplained bone pain in a young person is X-rayed within 48 hours",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "young-hip",

  indicator = "warning",
  say       = {
    clinician =
      "Arrange imaging of both hips within 2 days where you can, and this week at the " ..
      "latest; the imaging advice beside this names the kind, in pregnancy too. Age " ..
      "{patient.age_years}. Crutches and no running until read. Compare hip rotation " ..
      "gently. Ask about fever, limp at night and earlier hip trouble. Losing the four " ..
      "steps is an emergency.",
    patient =
      "At your age, pain in the groin or front of the hip is worth a picture of both " ..
      "hips in the next days, because the hip is still growing. See " ..
      "{clinic.this_week_contact} this week, with a parent or guardian. Leave running " ..
      "and jumping until it has been looked at. If you can't put weight on the leg, go " ..
      "to {clinic.emergency_place}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
