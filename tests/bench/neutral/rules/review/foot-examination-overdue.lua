-- SPDX-License-Identifier: Apache-2.0
-- R14 of the neutral workload.

rule {
  id       = "review/foot-examination-overdue",
  title    = "Foot examination overdue",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R14: endocrine, severity low.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    conditions:includes "type2_diabetes",
    history.foot_exam_days:more_than(365),
  },

  indicator = "info",
  say       = {
    clinician = "More than one year has passed since the last foot examination in a patient "
      .. "with diabetes. Examine sensation and pulses at this visit.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG19:1.3.3" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
