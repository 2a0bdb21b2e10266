-- SPDX-License-Identifier: Apache-2.0
-- Could this be an infection of bone, joint or spine?

rule {
  id       = "referral/infection",
  title    = "Signs that fit an infection: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Fever or illness with this pain, or marked pain in somebody prone to infection, is
    looked into the same day. A normal temperature does not exclude it.
  ]],
  evidence = {
    {
      cite = "yusuf-2019",
      shows =
        "fever was there in 55 percent of spinal infections, and in 41 percent of " ..
        "infected sacroiliac joints",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "infection",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the GP or the emergency registrar today for blood count, CRP, blood " ..
      "cultures and an MRI. Say which risks are there and when any injection or " ..
      "operation was. Measure temperature and pulse; no fever excludes nothing. " ..
      "Shivering, confusion or a fast pulse makes this an emergency. No exercise, no " ..
      "heat, no needling until it is settled.",
    patient =
      "Your pain together with what else you told us may come from an infection, and " ..
      "that is looked into today. Please phone {clinic.same_day_contact}. Mention any " ..
      "recent injection, operation or illness. Leave training until then. If you start " ..
      "to shiver, feel confused or very ill, call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
