-- SPDX-License-Identifier: Apache-2.0
-- R07 of the neutral workload.

rule {
  id       = "review/hba1c-above-individual-target",
  title    = "HbA1c above individual target",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R07: endocrine, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    conditions:includes "type2_diabetes",
    labs.hba1c:at_least(7.5),
    scores.frailty:less_than(6),
  },

  indicator = "info",
  say       = {
    clinician = "HbA1c is above 7.5 percent in type 2 diabetes without severe frailty. "
      .. "Reinforce lifestyle advice and consider adding a second glucose-lowering drug.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG28:1.6", "ADA2026:9" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
