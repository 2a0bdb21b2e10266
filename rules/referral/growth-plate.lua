-- SPDX-License-Identifier: Apache-2.0
-- Has a growth plate of the pelvis been pulled?

rule {
  id       = "referral/growth-plate",
  title    = "Sudden pain at 25 or under: growth plate imaging this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Until the mid-twenties the bone under the tendon may give way before the tendon
    does.
  ]],
  evidence = {
    {
      cite = "ferlic-2014",
      shows = "an avulsed apophysis moved by more than 15 mm is a matter for a surgeon",
      grade = "C",
    },
    {
      cite = "meyers-2012",
      shows =
        "sudden pain in a young athlete with sprint, kick or split is an apophyseal " ..
        "avulsion until X-rayed",
      grade = "C",
    },
    {
      cite = "parvaresh-2018",
      shows = "the apophysis at the sit bone closes in the late teens to the early twenties",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "growth-plate",

  indicator = "warning",
  say       = {
    clinician =
      "Arrange imaging of the whole pelvis within 2 to 3 days; the imaging advice beside " ..
      "this names the kind, in pregnancy too. MRI if it is negative and suspicion stays; " ..
      "age {patient.age_years}. Crutches if walking limps. No stretch, sprint or strength " ..
      "test, no shockwave and no cortisone near an open growth plate. More than 15 mm of " ..
      "displacement goes to a surgeon.",
    patient =
      "At your age the spot where the tendon holds on to the bone may still be growing, " ..
      "and a sudden pull can shift it. See {clinic.this_week_contact} in the next two or " ..
      "three days about a picture of it. Until then, no running, kicking or stretching " ..
      "of that leg. Most of these heal well without an operation.",
  },

  cautions  = {
    "In pregnancy MRI or ultrasound is asked for before any X-ray or CT.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
