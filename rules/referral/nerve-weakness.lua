-- SPDX-License-Identifier: Apache-2.0
-- Has the walk changed, or is a limb weak?

rule {
  id       = "referral/nerve-weakness",
  title    = "A changed walk or a weak limb: a doctor this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Weakness or a changed walk is a nerve's sign, not a tendon's, and is examined by a
    doctor within the week.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "nerve-weakness",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week to a GP or sports physician with a charted neurological " ..
      "examination: power, reflexes, feeling, plantar response, gait on toes and heels. " ..
      "Signs: {screening.leg_neurology}. Ask whether it is getting weaker; if so, phone " ..
      "today. Ask about numbness between the legs, bladder and bowel.",
    patient =
      "A change in your walk or strength may come from a nerve rather than the tendon, " ..
      "so a doctor should examine it this week. See {clinic.this_week_contact}. If the " ..
      "weakness grows, or both legs are affected, phone a doctor the same day.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
