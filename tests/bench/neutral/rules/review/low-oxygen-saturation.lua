-- SPDX-License-Identifier: Apache-2.0
-- R17 of the neutral workload.

rule {
  id       = "review/low-oxygen-saturation",
  title    = "Low oxygen saturation",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R17: acute, severity critical.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    vitals.spo2:less_than(92),
    none { conditions:includes "copd" },
  },

  indicator = "critical",
  say       = {
    clinician = "Oxygen saturation is below 92 percent in a patient without chronic obstructive "
      .. "disease. Give oxygen and arrange emergency assessment.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "BTS2017:A1" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
