-- SPDX-License-Identifier: Apache-2.0
-- Is the skeleton still growing?

rule {
  id       = "pattern/under-18",
  title    = "Under 18 the growth plate is likelier than the tendon",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    While the sit bone still grows, its growth plate is the weak point, not the tendon.
  ]],
  evidence = {
    {
      cite = "mitchell-2021",
      shows = "avulsions at the sit bone happen at 14.4 years on average, from 10 to 18",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "unlikely",
  when     = patient.age_years:less_than(18),

  indicator = "info",
  say       = {
    clinician =
      "At {patient.age_years} consider apophysitis or an avulsion fracture of the sit " ..
      "bone first. Ask about a sudden pull, growth and training hours; press on the sit " ..
      "bone and compare both sides; examine hip rotation. Night pain, groin pain or a " ..
      "lump goes to a doctor.",
    patient =
      "While you are growing, the spot where the hamstring joins the bone is softer " ..
      "than the tendon and gets sore first. It needs its own plan, so we will look at " ..
      "that with you and a parent or guardian.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
