-- SPDX-License-Identifier: Apache-2.0
-- R04 of the neutral workload.

rule {
  id       = "review/stop-metformin",
  title    = "Stop metformin",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R04: renal, severity critical.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.egfr:less_than(30),
    medications:has { class = "biguanide" },
  },

  indicator = "critical",
  say       = {
    clinician = "Estimated GFR is below 30. Metformin is contraindicated because of the risk of "
      .. "lactic acidosis. Stop it and review the glucose-lowering regimen.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG28:1.6.18" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
