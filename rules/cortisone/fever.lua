-- SPDX-License-Identifier: Apache-2.0
-- Is there a fever?

rule {
  id       = "cortisone/fever",
  title    = "No cortisone during a fever",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    With a fever an infection may be about, and cortisone lowers the defence against it.
  ]],

  basis    = "clinic policy",
  decides  = "cortisone",
  answer   = "contraindicated",
  when     = yes(screening.fever),

  indicator = "warning",
  say       = {
    clinician =
      "Consider no injection while the temperature is 38 C or more; find the source " ..
      "first and ask about rest pain, night pain and infection risks. Once well, the " ..
      "old reasons stand: relief is short, other tendons are worse at 6 to 12 months, " ..
      "and loading goes on.",
    patient =
      "Please get well first: cortisone and a fever do not go together. Afterwards it " ..
      "would still give short relief and worse results over 6 to 12 months in other " ..
      "tendons, so we would go on with your exercises.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
