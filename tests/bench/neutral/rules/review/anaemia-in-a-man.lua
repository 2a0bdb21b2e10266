-- SPDX-License-Identifier: Apache-2.0
-- R20 of the neutral workload.

rule {
  id       = "review/anaemia-in-a-man",
  title    = "Anaemia in a man",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R20: haematology, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    labs.hb:less_than(130),
    patient.sex:is "male",
    none { conditions:includes "anaemia" },
  },

  indicator = "info",
  say       = {
    clinician = "Haemoglobin is below 130 g/l and anaemia is not on the problem list. Check "
      .. "ferritin and consider investigation of the bowel.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "BSG2021:2" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
