-- SPDX-License-Identifier: Apache-2.0
-- R08 of the neutral workload.

rule {
  id       = "review/offer-statin",
  title    = "Offer statin",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R08: cardiovascular, severity medium.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    patient.age:at_least(40),
    conditions:includes "type2_diabetes",
    labs.ldl:at_least(2.6),
    none { medications:has { class = "statin" } },
  },

  indicator = "info",
  say       = {
    clinician = "Patient with diabetes aged 40 or more has LDL cholesterol at or above 2.6 "
      .. "mmol/l and takes no statin. Offer atorvastatin 20 mg after discussing benefits "
      .. "and risks.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG238:1.6" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
