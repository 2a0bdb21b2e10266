-- SPDX-License-Identifier: Apache-2.0
-- Shockwave under 18?

rule {
  id       = "adjunct/shockwave-under-18",
  title    = "Shockwave under 18: with care, and away from growth plates",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Under 18 the sore part is often the growth plate, where shockwave does not belong.
  ]],
  evidence = {
    {
      cite = "tenforde-2022",
      shows = "an open growth plate is a relative contraindication to shockwave",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "caution",
  when     = all {
    treatment.considering:includes "shockwave",
    patient.age_years:less_than(18),
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about shockwave at {patient.age_years}: consider leaving it out. A growth " ..
      "plate in the field is a relative contraindication, and the only trial in this " ..
      "tendon was of adult professionals. Show first that the growth plate is not the " ..
      "source.",
    patient =
      "Before 18, the bone near the sore spot is still growing, so we would rather not " ..
      "use shockwave. The right exercises are the better choice at your age.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
