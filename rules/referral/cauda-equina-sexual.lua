-- SPDX-License-Identifier: Apache-2.0
-- Does a recent sexual change come with anything else from the base of the spine?

rule {
  id       = "referral/cauda-equina-sexual",
  title    = "Recent sexual change with other nerve signs: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Sexual change alone is seldom cauda equina syndrome. With pain in both legs or
    another sign it must be treated as such.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows =
        "new sexual or genital change is one of the signs that count when others are " ..
        "there",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "cauda-equina-sexual",

  indicator = "critical",
  say       = {
    clinician =
      "Send this person to an emergency department with MRI day and night, now, and " ..
      "phone ahead: recent sexual change together with pain in both legs or another sign " ..
      "of cauda equina syndrome. Record perianal feeling, bladder, bowel and leg power " ..
      "on the way out. No exercise testing today.",
    patient =
      "The change you told us about, together with your other symptoms, can mean that " ..
      "nerves low in your back are under pressure. Please go to {clinic.emergency_place} " ..
      "now, or call {clinic.emergency_number}, and repeat to them what you told us. It " ..
      "is a question they hear often.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
