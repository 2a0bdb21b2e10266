-- SPDX-License-Identifier: Apache-2.0
-- Less than the bed needs, and no rain coming?
rule {
  id       = "water/dry",
  title    = "It had too little last week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Head gardener",
  review   = { done = "2026-11-22", due = "2028-11-22" },
  purpose  = [[ Roots follow the water. ]],
  basis    = "clinic policy",
  decides  = "water",
  answer   = "water",
  when     = all {
    measure("litres-a-square-metre"):less_than(10),
    weather.signs:includes_none { "rain-coming" },
  },
  indicator = "info",
  say       = {
    clinician = "Consider {fill.litres} litres.",
    patient   = "Give it {fill.litres} litres.",
  },
  advise = function(facts)
    local needed = facts.bed.square_metres * clinic.litres_per_square_metre
    return { fill = { litres = math.ceil(needed - facts.bed.litres_last_week) } }
  end,
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
