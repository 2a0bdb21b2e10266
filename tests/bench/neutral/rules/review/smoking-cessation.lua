-- SPDX-License-Identifier: Apache-2.0
-- R15 of the neutral workload.

rule {
  id       = "review/smoking-cessation",
  title    = "Smoking cessation",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R15: prevention, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    yes(patient.smoker),
    patient.age:at_least(18),
  },

  indicator = "info",
  say       = {
    clinician = "Patient is an adult who smokes. Give very brief advice and offer referral to "
      .. "the stop-smoking service with drug treatment.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG209:1.11" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
