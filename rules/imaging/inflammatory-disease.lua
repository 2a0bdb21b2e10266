-- SPDX-License-Identifier: Apache-2.0
-- Is an inflammatory disease behind the pain?

rule {
  id       = "imaging/inflammatory-disease",
  title    = "A rheumatologist decides which scan, after blood tests",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Inflammation of joints and tendon ends is recognised by the whole story; the scan is
    one part of it.
  ]],
  evidence = {
    {
      cite = "nice-ng65",
      shows =
        "inflammatory disease is not ruled in or out on one sign; 3 features: HLA-B27, " ..
        "4: refer",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "specialist-decides",
  when     = any { finding "inflammatory-back", finding "enthesitis" },

  indicator = "info",
  say       = {
    clinician =
      "Consider HLA-B27 and inflammation markers by way of the GP, and leave MRI of the " ..
      "sacroiliac joints or an ultrasound of the tendon ends to the rheumatologist. " ..
      "Features ticked: {screening.inflammatory_features}. Ask about eyes, skin, bowel " ..
      "and relatives. No single sign or test rules it in or out.",
    patient =
      "Your story could fit a kind of inflammation that a joint specialist looks after. " ..
      "Blood tests come first, and the specialist decides which picture helps. Your GP " ..
      "can start this.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
