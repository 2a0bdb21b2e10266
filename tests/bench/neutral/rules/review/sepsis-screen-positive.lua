-- SPDX-License-Identifier: Apache-2.0
-- R16 of the neutral workload.

rule {
  id       = "review/sepsis-screen-positive",
  title    = "Sepsis screen positive",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R16: acute, severity critical.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    vitals.temp_c:at_least(38.3),
    vitals.heart_rate:more_than(90),
    vitals.resp_rate:at_least(22),
    vitals.sbp:at_most(100),
  },

  indicator = "critical",
  say       = {
    clinician = "Fever with tachycardia, tachypnoea and low blood pressure. Treat as suspected "
      .. "sepsis and transfer to hospital as an emergency.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG253:1.1", "SSC2021" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
