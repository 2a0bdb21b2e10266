-- SPDX-License-Identifier: Apache-2.0
-- Is the attachment inflamed as part of a wider disease?

rule {
  id       = "referral/enthesitis",
  title    = "Enthesitis with an inflammatory disease: GP, then rheumatology",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    An inflamed tendon attachment in somebody with psoriasis, bowel disease, uveitis
    or arthritis is treated by rheumatology, not by loading alone.
  ]],
  evidence = {
    {
      cite = "nice-ng65",
      shows =
        "enthesitis without a mechanical cause, together with psoriasis, bowel disease " ..
        "or uveitis, is referred to rheumatology",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "enthesitis",

  indicator = "info",
  say       = {
    clinician =
      "Consider asking the GP within 2 to 4 weeks for a rheumatology referral: " ..
      "enthesitis together with psoriasis or another inflammatory disease " ..
      "({patient.conditions}). Check heels, knees and elbows for other sites, nails " ..
      "and skin for psoriasis, and ask about morning stiffness and red eyes. A red, " ..
      "painful eye is seen the same day. Gentle loading may go on.",
    patient =
      "You have a condition that can inflame the places where tendons hold on to bone, " ..
      "so your GP should ask rheumatology to have a look in the next weeks. Gentle " ..
      "exercise is fine. If an eye turns red and sore, have it seen the same day.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
