-- SPDX-License-Identifier: Apache-2.0
-- R06 of the neutral workload.

rule {
  id       = "review/hyperkalaemia-on-ace-inhibitor",
  title    = "Hyperkalaemia on ACE inhibitor",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R06: renal, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.potassium:more_than(5),
    medications:has { class = "acei" },
    labs.egfr:less_than(60),
  },

  indicator = "warning",
  say       = {
    clinician = "Potassium is above 5.0 mmol/l with reduced renal function and an ACE "
      .. "inhibitor. Repeat the sample within one week and review the dose and any "
      .. "interacting drug.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG203:1.6.12" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
