-- SPDX-License-Identifier: Apache-2.0
-- R03 of the neutral workload.

rule {
  id       = "review/review-metformin-dose",
  title    = "Review metformin dose",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R03: renal, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.egfr:less_than(45),
    labs.egfr:at_least(30),
    medications:has { class = "biguanide" },
  },

  indicator = "warning",
  say       = {
    clinician = "Estimated GFR is between 30 and 45. Halve the daily dose of metformin to at "
      .. "most 1000 mg and recheck renal function in three months.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG28:1.6.18", "SPC-metformin" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
