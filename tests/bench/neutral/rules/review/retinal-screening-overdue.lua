-- SPDX-License-Identifier: Apache-2.0
-- R13 of the neutral workload.

rule {
  id       = "review/retinal-screening-overdue",
  title    = "Retinal screening overdue",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R13: endocrine, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    conditions:includes "type2_diabetes",
    history.retinal_exam_days:more_than(365),
  },

  indicator = "info",
  say       = {
    clinician = "More than one year has passed since the last retinal examination in a patient "
      .. "with diabetes. Refer to the eye screening service.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG28:1.7.9" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
