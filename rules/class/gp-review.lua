-- SPDX-License-Identifier: Apache-2.0
-- Is a GP review due that concerns the whole body or bone?

rule {
  id       = "class/gp-review",
  title    = "A GP review is due: clearance first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    What a GP should look at is looked at before a class.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "medical-clearance-first",
  when     = all {
    finding "gp-review-systemic-or-bone",
    finding "not-cleared",
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider waiting for the GP review that is advised, and for the clearance that " ..
      "comes with it. Say in the letter that an eight-week circuit class with running " ..
      "is planned.",
    patient =
      "We have suggested a visit to your GP. Please mention the class there; once they " ..
      "agree, you are welcome.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
