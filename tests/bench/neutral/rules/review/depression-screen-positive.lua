-- SPDX-License-Identifier: Apache-2.0
-- R18 of the neutral workload.

rule {
  id       = "review/depression-screen-positive",
  title    = "Depression screen positive",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R18: mental_health, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    scores.phq9:at_least(10),
    none { conditions:includes "depression" },
  },

  indicator = "info",
  say       = {
    clinician = "PHQ-9 is 10 or more and depression is not on the problem list. Carry out a "
      .. "full assessment including risk of self-harm.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG222:1.2" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
