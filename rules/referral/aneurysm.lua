-- SPDX-License-Identifier: Apache-2.0
-- Could the large artery of the belly be the cause?

rule {
  id       = "referral/aneurysm",
  title    = "Sudden pain with a faint from 60 on: call an ambulance now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    From 60 on, sudden pain in the low back, groin or buttock with a faint or
    breathlessness may come from the large artery in the belly.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "aneurysm",

  indicator = "critical",
  say       = {
    clinician =
      "Call {clinic.emergency_number} now and say suspected aortic aneurysm, with age " ..
      "({patient.age_years}), sudden pain and a faint or breathlessness within 3 days. " ..
      "Lay this person flat if they feel faint, keep them still and stay with them. Note " ..
      "pulse and blood pressure. Don't press on the belly.",
    patient =
      "Sudden pain together with a faint or breathlessness can come from a blood vessel " ..
      "rather than a tendon. Please call {clinic.emergency_number} now and lie down " ..
      "until help arrives. Don't drive yourself.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
