-- SPDX-License-Identifier: Apache-2.0
-- R01 of the neutral workload.

rule {
  id       = "review/blood-pressure-above-target",
  title    = "Blood pressure above target",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R01: cardiovascular, severity high.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    vitals.sbp:at_least(140),
    vitals.dbp:at_least(90),
    conditions:includes "hypertension",
  },

  indicator = "warning",
  say       = {
    clinician = "Office blood pressure is above the 140/90 mmHg target in a patient with known "
      .. "hypertension. Confirm with a second reading and review adherence before "
      .. "intensifying treatment.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG136:1.4", "ESC2024:7.2" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
