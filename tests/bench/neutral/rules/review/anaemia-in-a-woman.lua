-- SPDX-License-Identifier: Apache-2.0
-- R19 of the neutral workload.

rule {
  id       = "review/anaemia-in-a-woman",
  title    = "Anaemia in a woman",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R19: haematology, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.hb:less_than(120),
    patient.sex:is "female",
    none { conditions:includes "anaemia" },
  },

  indicator = "info",
  say       = {
    clinician = "Haemoglobin is below 120 g/l and anaemia is not on the problem list. Check "
      .. "ferritin, B12 and folate, and ask about bleeding.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "BSG2021:2" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
