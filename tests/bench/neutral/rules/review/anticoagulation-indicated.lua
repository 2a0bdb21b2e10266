-- SPDX-License-Identifier: Apache-2.0
-- R09 of the neutral workload.

rule {
  id       = "review/anticoagulation-indicated",
  title    = "Anticoagulation indicated",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R09: cardiovascular, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    conditions:includes "atrial_fibrillation",
    scores.cha2ds2vasc:at_least(2),
    none { medications:has { class = "anticoagulant" } },
    scores.hasbled:less_than(4),
  },

  indicator = "warning",
  say       = {
    clinician = "Atrial fibrillation with a CHA2DS2-VASc score of 2 or more and no "
      .. "anticoagulant. Offer a direct oral anticoagulant after assessing the risk of "
      .. "bleeding.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG196:1.6", "ESC2024-AF" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
