-- SPDX-License-Identifier: Apache-2.0
-- Is it getting worse although the program was really done?

rule {
  id       = "referral/worse-despite-rehab",
  title    = "Worse after 6 weeks of rehabilitation: sports physician review",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A tendon that worsens under a program truly done is either loaded wrongly or is
    not the cause.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "gp-review",
  when     = finding "worse-despite-rehab",

  indicator = "info",
  say       = {
    clinician =
      "Consider a sports physician's review within 2 to 4 weeks: stage {rehab.stage}, " ..
      "weeks done {rehab.adherent_weeks}, worsening. Before that, test the diagnosis " ..
      "again (spine, hip, sciatic nerve, bone), check the load log for spikes and " ..
      "sitting, and step the load down to what settles within 24 hours.",
    patient =
      "You have done the work and it is getting worse, so it is time for a second look " ..
      "at what is behind the pain. See a sports physician or your GP in the next weeks, " ..
      "and bring your exercise log. We lower the load together; you have done nothing " ..
      "wrong.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
