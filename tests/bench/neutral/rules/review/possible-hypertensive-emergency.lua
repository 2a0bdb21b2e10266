-- SPDX-License-Identifier: Apache-2.0
-- R02 of the neutral workload.

rule {
  id       = "review/possible-hypertensive-emergency",
  title    = "Possible hypertensive emergency",
  version  = "1.0.0",
  status   = "active",
  owner    = "Benchmark",
  review   = { done = "2026-11-22", due = "2036-11-22" },

  purpose  = "R02: cardiovascular, severity critical.",
  basis    = "clinic policy",
  decides  = "review",
  answer   = "act",
  when     = all {
    vitals.sbp:at_least(180),
    yes(symptoms.chest_pain),
    no(symptoms.confusion),
  },

  indicator = "critical",
  say       = {
    clinician = "Severe hypertension with symptoms that suggest acute target organ damage. "
      .. "Arrange same-day specialist assessment and do not lower pressure abruptly in "
      .. "primary care.",
    patient   = "Ask your doctor about this.",
  },

  cautions  = { "NG136:1.5" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
