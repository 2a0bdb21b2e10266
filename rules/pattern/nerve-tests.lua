-- SPDX-License-Identifier: Apache-2.0
-- Are the nerve tests painful while the tendon tests are not?

rule {
  id       = "pattern/nerve-tests",
  title    = "The tests point to the sciatic nerve, not the tendon",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Seated piriformis or slump painful and all three stretch tests free of pain speaks
    for the nerve.
  ]],
  evidence = {
    {
      cite = "martin-hd-2014",
      shows =
        "seated stretch or active piriformis positive: sensitivity 0.91, specificity " ..
        "0.80",
      grade = "C",
    },
    {
      cite = "cacchio-2012",
      shows = "the three stretch tests miss few cases: sensitivity 0.76 to 0.89",
      grade = "C",
    },
    {
      cite = "gomez-hoyos-2016",
      shows = "long-stride walking test for ischiofemoral impingement: 0.95 and 0.84",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "unlikely",
  when     = finding "nerve-tests-only",

  indicator = "info",
  say       = {
    clinician =
      "Consider deep gluteal pain or a nerve root: examine active piriformis, straight " ..
      "leg raise, low back, reflexes, strength and feeling. Ask about burning or " ..
      "tingling and about sitting pain to the outer side of the sit bone. A long-stride " ..
      "walk helps to find ischiofemoral impingement.",
    patient =
      "The tests that stretch the tendon did not bring on your pain, but a test that " ..
      "moves the nerve did. The nerve in the buttock may be the sore part, and it needs " ..
      "other exercises.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
