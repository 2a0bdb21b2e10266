-- SPDX-License-Identifier: Apache-2.0
-- Frost tonight, and a tender plant that nobody has covered?
rule {
  id       = "frost/tender",
  title    = "A tender plant, and frost tonight",
  version  = "1.0.0",
  status   = "active",
  owner    = "Head gardener",
  review   = { done = "2026-11-22", due = "2028-11-22" },
  purpose  = [[ One night of frost kills it. ]],
  evidence = { { cite = "almanac-1998", shows = "tender plants die at 0 degrees", grade = "D" } },
  basis    = "literature",
  decides  = "frost",
  answer   = "protect-now",
  when     = all {
    finding "frost-likely",
    bed.plant:is "tomato",
    unless_ruled_out(no(bed.covered)),
  },
  indicator = "critical",
  say       = {
    clinician = "Lowest tonight: {weather.lowest_tonight}. Cover it before dusk.",
    patient   = "It gets cold tonight. Please cover the bed before dusk.",
  },
  offer     = { suggest "fleece" },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
