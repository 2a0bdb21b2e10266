-- SPDX-License-Identifier: Apache-2.0
-- Could a cancer be pressing on the spinal cord or its nerves?

rule {
  id       = "referral/cancer-with-nerve-signs",
  title    = "Cancer with nerve signs: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In somebody with cancer, now or in the past, weakness, a changed walk or lost
    feeling may be pressure on the spinal cord. Hours count.
  ]],
  evidence = {
    {
      cite = "nice-cg75",
      shows =
        "cancer with limb weakness, a changed walk, lost feeling or bladder and bowel " ..
        "signs is an immediate call to the cord compression pathway",
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
  answer   = "emergency",
  when     = finding "cancer-with-nerve-signs",

  indicator = "critical",
  say       = {
    clinician =
      "Send this person to an emergency department now and phone ahead: suspected spinal " ..
      "cord compression, with the kind of cancer, the nerve findings and when they " ..
      "began. Lay flat and move with care if the spine hurts or the legs are weak. Test " ..
      "power, reflexes, plantar response and perianal feeling only while transport is on " ..
      "its way.",
    patient =
      "Because of the cancer in your history, the changes in your legs need a doctor and " ..
      "a scan now, so that your nerves stay protected. Please go to " ..
      "{clinic.emergency_place} straight away, or call {clinic.emergency_number} if " ..
      "walking is difficult. Take the name of your cancer doctor with you.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
