-- SPDX-License-Identifier: Apache-2.0
-- R24 of the neutral workload.

rule {
  id       = "review/albuminuria-without-ras-blockade",
  title    = "Albuminuria without RAS blockade",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R24: renal, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.uacr:at_least(30),
    conditions:includes "type2_diabetes",
    none { medications:has { class = "acei" } },
    none { medications:has { class = "arb" } },
    labs.egfr:at_least(30),
  },

  indicator = "warning",
  say       = {
    clinician = "Urine albumin to creatinine ratio is 30 or more in diabetes and no ACE "
      .. "inhibitor or ARB is prescribed. Offer one and recheck potassium in two weeks.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG28:1.8", "KDIGO2024:3.6" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
