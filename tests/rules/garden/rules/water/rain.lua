-- SPDX-License-Identifier: Apache-2.0
-- Is rain coming, so that watering can wait?
rule {
  id       = "water/rain",
  title    = "Rain is coming",
  version  = "1.0.0",
  status   = "active",
  owner    = "Head gardener",
  review   = { done = "2026-11-22", due = "2028-11-22" },
  purpose  = [[ Rain waters deeper than a can. ]],
  basis    = "clinic policy",
  decides  = "water",
  answer   = "wait",
  when     = weather.signs:includes "rain-coming",
  indicator = "info",
  say       = { clinician = "Consider waiting for the rain.", patient = "Let it rain first." },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
