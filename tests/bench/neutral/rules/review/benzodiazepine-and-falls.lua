-- SPDX-License-Identifier: Apache-2.0
-- R21 of the neutral workload.

rule {
  id       = "review/benzodiazepine-and-falls",
  title    = "Benzodiazepine and falls",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R21: geriatrics, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    patient.age:at_least(65),
    history.falls_12m:at_least(2),
    medications:has { class = "benzodiazepine" },
  },

  indicator = "warning",
  say       = {
    clinician = "Two or more falls in a year in an older patient who takes a benzodiazepine. "
      .. "Plan a slow withdrawal and refer to the falls service.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "STOPP:K1", "NG249:1.2" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
