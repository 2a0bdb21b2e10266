-- SPDX-License-Identifier: Apache-2.0
-- R11 of the neutral workload.

rule {
  id       = "review/influenza-vaccine-due",
  title    = "Influenza vaccine due",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R11: prevention, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    patient.age:at_least(65),
    no(history.flu_vaccine),
  },

  indicator = "info",
  say       = {
    clinician = "Patient is aged 65 or more and has no record of influenza vaccine this season. "
      .. "Offer the adjuvanted vaccine at this visit.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "GreenBook:19" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
