-- SPDX-License-Identifier: Apache-2.0
-- R05 of the neutral workload.

rule {
  id       = "review/nsaid-with-reduced-renal-function",
  title    = "NSAID with reduced renal function",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R05: renal, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.egfr:less_than(60),
    patient.age:at_least(65),
    medications:has { class = "nsaid" },
  },

  indicator = "warning",
  say       = {
    clinician = "A non-steroidal anti-inflammatory drug is prescribed to an older patient with "
      .. "an estimated GFR below 60. Stop it if possible and offer another analgesic.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "STOPP:E4", "NG203:1.6" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
