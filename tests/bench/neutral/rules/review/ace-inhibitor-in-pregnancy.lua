-- SPDX-License-Identifier: Apache-2.0
-- R23 of the neutral workload.

rule {
  id       = "review/ace-inhibitor-in-pregnancy",
  title    = "ACE inhibitor in pregnancy",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R23: obstetrics, severity critical.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    yes(patient.pregnant),
    patient.sex:is "female",
    medications:has { class = "acei" },
  },

  indicator = "critical",
  say       = {
    clinician = "An ACE inhibitor is prescribed during pregnancy. Stop it at once, start "
      .. "labetalol or nifedipine and refer to the obstetric team.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG133:1.3" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
