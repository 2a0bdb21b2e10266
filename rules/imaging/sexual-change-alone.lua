-- SPDX-License-Identifier: Apache-2.0
-- Does a change in sexual function alone call for a scan?

rule {
  id       = "imaging/sexual-change-alone",
  title    = "The GP decides on a scan after an examination",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    On its own, with the other signs asked about and absent, this is unlikely to come
    from the spine.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows =
        "as the only feature with back pain it is unlikely to be cauda equina syndrome",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "specialist-decides",
  when     = finding "sexual-change-alone",

  indicator = "info",
  say       = {
    clinician =
      "Consider a GP review with a neurological and perineal examination; the GP " ..
      "decides on MRI. Ask about medicines, mood, hormones and pelvic floor, and about " ..
      "feeling as distinct from function: lost feeling is another, urgent sign. Give a " ..
      "safety-net card for cauda equina syndrome.",
    patient =
      "This is usually not caused by the back. Your GP can talk it through in " ..
      "confidence and decide whether any test is needed. If numbness between the legs " ..
      "or trouble with bladder or bowel begins, go to {clinic.emergency_place} at once.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
