-- SPDX-License-Identifier: Apache-2.0
-- Is there a medical reason that comes before any injection?

rule {
  id       = "cortisone/medical-reason-first",
  title    = "No cortisone while a medical reason is open",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    An injection can spread an infection, weaken what is coming off the bone and hide
    what a doctor must see.
  ]],
  evidence = {
    {
      cite = "coombes-2010",
      shows = "less pain to 12 weeks, more from 13 weeks on, in other tendons",
      grade = "B",
    },
    {
      cite = "morales-2019",
      shows = "fluoroquinolones and steroids together raise the risk of tendon rupture",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "cortisone",
  answer   = "contraindicated",
  when     = any {
    finding "emergency-flag",
    finding "same-day-flag",
    finding "this-week-flag-but-chest-pain",
  },

  indicator = "critical",
  say       = {
    clinician =
      "Consider no injection until the referral named in this assessment has been " ..
      "settled; say so in the referral. Even then relief is short, and other tendons " ..
      "are worse at 6 to 12 months. Loading goes on, or starts, once the doctor has " ..
      "cleared the cause. Ask who offered the injection and tell them why it waits.",
    patient =
      "A doctor should look at something else first, and cortisone could make that " ..
      "harder to see or treat. Later on, its relief would be short, with worse results " ..
      "over 6 to 12 months in other tendons; exercise, when you are ready for it, does " ..
      "more.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
