-- SPDX-License-Identifier: Apache-2.0
-- Has the hamstring come off the bone?

rule {
  id       = "referral/avulsion",
  title    = "Possible hamstring avulsion: MRI and a specialist this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Bruising, a gap, marked weakness, a stiff-legged walk or being unable to sit after
    an event may be an avulsion. An early, clear diagnosis keeps every option open.
  ]],
  evidence = {
    {
      cite = "looney-2023",
      shows =
        "a sudden event with bruising, a gap, weakness or a stiff-legged walk suggests " ..
        "an avulsion",
      grade = "D",
    },
    {
      cite = "kuske-2016",
      shows = "avulsions outside sport gather past 40, in older women above all",
      grade = "C",
    },
    {
      cite = "pihl-2024",
      shows =
        "from 30 to 70, leaving the tendon without surgery did as well at two years as " ..
        "repair",
      grade = "A",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "avulsion",

  indicator = "warning",
  say       = {
    clinician =
      "Arrange an MRI and an orthopaedic or sports physician's opinion within 7 days. " ..
      "Look for bruising again on days 3 to 7, feel for a gap, compare knee flexion " ..
      "strength and test the sciatic nerve: nerve signs make it same-day. Crutches if " ..
      "walking limps; no hamstring stretch or load until seen. Surgery is one option, " ..
      "not automatic.",
    patient =
      "The tendon may have come away from the bone, and that is worth knowing early " ..
      "because it widens your choices. See {clinic.this_week_contact} this week and ask " ..
      "about an MRI. Walk with crutches if you limp, don't stretch the leg, and keep the " ..
      "rest of your body moving. Many people do well without an operation.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
