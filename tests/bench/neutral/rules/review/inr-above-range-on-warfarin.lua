-- SPDX-License-Identifier: Apache-2.0
-- R10 of the neutral workload.

rule {
  id       = "review/inr-above-range-on-warfarin",
  title    = "INR above range on warfarin",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R10: haematology, severity critical.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.inr:more_than(4.5),
    medications:has { code = "warfarin" },
  },

  indicator = "critical",
  say       = {
    clinician = "INR is above 4.5 in a patient who takes warfarin. Withhold the next dose, look "
      .. "for bleeding and repeat the test within 24 hours.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "BSH2011:3.1" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
