-- SPDX-License-Identifier: Apache-2.0
-- Are the nerves at the base of the spine under pressure?

rule {
  id       = "imaging/cauda-equina",
  title    = "MRI of the lower spine within 4 hours of the request",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Recent numbness between the legs or bladder, bowel or sexual change needs a picture
    of the nerves before anything else is decided.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows =
        "an emergency department with MRI day and night; the scan within 4 hours of the " ..
        "request",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = any {
    finding "cauda-equina",
    finding "cauda-equina-sexual",
    finding "cauda-equina-both-legs",
  },

  indicator = "critical",
  say       = {
    clinician =
      "MRI of the lumbosacral spine within 4 hours of the request, in an emergency " ..
      "department with MRI day and night: send this person there now and phone ahead. " ..
      "An X-ray or CT does not show the nerves and only costs time. Where this stands " ..
      "because signs were not asked about, ask about all five now; if every answer is " ..
      "no, the urgency falls.",
    patient =
      "The nerves at the base of the spine need an MRI picture within hours. Go to " ..
      "{clinic.emergency_place} now, one that can do an MRI at any hour, or call " ..
      "{clinic.emergency_number}. An MRI uses no X-rays and does not hurt.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
