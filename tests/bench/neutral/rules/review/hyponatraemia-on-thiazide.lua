-- SPDX-License-Identifier: Apache-2.0
-- R25 of the neutral workload.

rule {
  id       = "review/hyponatraemia-on-thiazide",
  title    = "Hyponatraemia on thiazide",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R25: endocrine, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.sodium:less_than(130),
    medications:has { class = "thiazide" },
    patient.age:at_least(65),
  },

  indicator = "warning",
  say       = {
    clinician = "Sodium is below 130 mmol/l in an older patient who takes a thiazide. Stop the "
      .. "thiazide, assess fluid status and repeat within one week.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "ESE2014:7" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
