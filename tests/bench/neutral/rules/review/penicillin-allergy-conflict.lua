-- SPDX-License-Identifier: Apache-2.0
-- R22 of the neutral workload.

rule {
  id       = "review/penicillin-allergy-conflict",
  title    = "Penicillin allergy conflict",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R22: allergy, severity critical.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    allergies:includes "penicillin",
    medications:has { class = "penicillin" },
  },

  indicator = "critical",
  say       = {
    clinician = "A penicillin is prescribed to a patient with recorded penicillin allergy. Stop "
      .. "it and choose another class of antibacterial.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "CG183:1.2" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
