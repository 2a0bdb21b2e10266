-- SPDX-License-Identifier: Apache-2.0
-- R12 of the neutral workload.

rule {
  id       = "review/pneumococcal-vaccine-due",
  title    = "Pneumococcal vaccine due",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R12: prevention, severity low.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    patient.age:at_least(65),
    no(history.pneumo_vaccine),
    conditions:includes "copd",
  },

  indicator = "info",
  say       = {
    clinician = "Patient is aged 65 or more with a chronic condition and has no record of "
      .. "pneumococcal vaccine. Offer a single dose.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "GreenBook:25" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
