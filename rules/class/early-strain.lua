-- SPDX-License-Identifier: Apache-2.0
-- Was there a strain in the last week? Then a second look comes first.

rule {
  id       = "class/early-strain",
  title    = "A fresh strain: a second look before any class",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Bruising may take 3 to 7 days to show, so no class before the second look.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "not-now",
  when     = finding "early-strain",

  indicator = "warning",
  say       = {
    clinician = "Consider the class again after the second examination on days 3 to 7.",
    patient =
      "This strain is fresh. Please come back so that we can look again between day 3 " ..
      "and day 7; the class can be talked about after that.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
