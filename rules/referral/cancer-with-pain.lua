-- SPDX-License-Identifier: Apache-2.0
-- Could the pain come from a cancer in bone or spine?

rule {
  id       = "referral/cancer-with-pain",
  title    = "Cancer with pain that is not mechanical: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain at night, severe or growing pain at rest, or pain and tingling below the knee
    in somebody with cancer is bone or spine until a doctor has looked.
  ]],
  evidence = {
    {
      cite = "nice-cg75",
      shows = "cancer with progressive, severe or night pain is assessed within a day",
      grade = "B",
    },
    {
      cite = "henschke-2013",
      shows = "a past cancer is the one red flag of back pain that is informative alone",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "cancer-with-pain",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the oncology team or the GP today and ask for an MRI of spine and pelvis. " ..
      "Say which cancer, when it was treated, and what the pain does at night. Test for " ..
      "bony tenderness, power, reflexes and feeling. Any weakness, changed walk, lost " ..
      "feeling or bladder or bowel change makes this an emergency.",
    patient =
      "Because of the cancer in your history, this kind of pain needs a doctor's view " ..
      "today, so that nothing is missed. Phone your cancer team or " ..
      "{clinic.same_day_contact}. If your legs grow weak or numb, or your bladder or " ..
      "bowel changes, go to {clinic.emergency_place} or call {clinic.emergency_number}.",
  },

  cautions  = {
    "Whether pain or tingling below the knee belongs to the emergency answer is for " ..
      "the clinician who signs these rules off.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
