-- SPDX-License-Identifier: Apache-2.0
-- Cold enough tonight for lettuce too?
rule {
  id       = "frost/lettuce",
  title    = "Lettuce, and a hard frost tonight",
  version  = "1.0.0",
  status   = "active",
  owner    = "Head gardener",
  review   = { done = "2026-11-22", due = "2028-11-22" },
  purpose  = [[ Lettuce stands a light frost, and no hard one. ]],
  basis    = "clinic policy",
  decides  = "frost",
  answer   = "protect-now",
  when     = all {
    bed.plant:is "lettuce",
    weather.lowest_tonight:at_most(-4),
    unless_ruled_out(no(bed.covered)),
  },
  indicator = "warning",
  say       = {
    clinician = "Lowest tonight: {weather.lowest_tonight}. Cover it before dusk.",
    patient   = "A hard frost is coming. Please cover the lettuce before dusk.",
  },
  offer     = { suggest "fleece" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
