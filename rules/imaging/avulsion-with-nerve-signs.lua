-- SPDX-License-Identifier: Apache-2.0
-- Has the hamstring come off the bone and caught the nerve beside it?

rule {
  id       = "imaging/avulsion-with-nerve-signs",
  title    = "MRI of pelvis and upper thigh, with a surgeon called today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The sciatic nerve runs beside the sit bone. Nerve signs with an avulsion shorten the
    time.
  ]],
  evidence = {
    {
      cite = "looney-2023",
      shows = "a sudden injury with bruising, a gap or marked weakness is imaged by MRI",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "avulsion-with-nerve-signs",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the orthopaedic on-call service today and ask for MRI of pelvis and upper " ..
      "thigh that shows the sit bone, the tendons and the sciatic nerve. Test ankle and " ..
      "toe lift and feeling on the outer shin and foot, and write down the time. Leave " ..
      "out any loading of the hamstring until the picture has been read.",
    patient =
      "The hamstring may have come off the bone, and the nerve beside it feels it. An " ..
      "MRI shows how things lie. Phone {clinic.same_day_contact} today, who will " ..
      "arrange it with a surgeon.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
