-- SPDX-License-Identifier: Apache-2.0
-- Did the pain begin from one moment to the next?

rule {
  id       = "pattern/sudden-onset",
  title    = "A sudden start does not fit a tendinopathy",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    This tendon gets sore over weeks of load. A sudden start is an injury until
    examined.
  ]],
  evidence = {
    { cite = "beatty-2017", shows = "gradual onset without a single event", grade = "D" },
    {
      cite = "kuske-2016",
      shows = "avulsions outside sport cluster after 40, and before 15",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "pattern",
  answer   = "unlikely",
  when     = complaint.onset:is "sudden",

  indicator = "info",
  say       = {
    clinician =
      "Consider examining for an avulsion or muscle strain: bruising (look again on " ..
      "days 3 to 7), a gap at the sit bone, knee-bend strength face down, sitting and " ..
      "walking. At 25 or under think of the growth plate, after a fall of bone. Ask " ..
      "what the body was doing at that moment.",
    patient =
      "A sore tendon comes on slowly. Yours began suddenly, which points to a strain or " ..
      "another injury. Please let us examine the leg before you load it.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
