-- SPDX-License-Identifier: Apache-2.0
-- Frost tonight at all?
rule {
  id       = "frost/any",
  title    = "Frost is likely",
  version  = "1.0.0",
  status   = "active",
  owner    = "Head gardener",
  review   = { done = "2026-11-22", due = "2028-11-22" },
  purpose  = [[ Whatever grows there, the pots and taps may freeze. ]],
  basis    = "clinic policy",
  decides  = "frost",
  answer   = "watch",
  when     = finding "frost-likely",
  indicator = "info",
  say       = { clinician = "Consider the taps.", patient = "Think of the taps." },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
