-- SPDX-License-Identifier: Apache-2.0
-- Is bone, not tendon, the source?

rule {
  id       = "imaging/bone-stress",
  title    = "MRI of hip and pelvis this week for a bone stress injury",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ An X-ray shows a bone stress injury weeks late. MRI shows it at once. ]],
  evidence = {
    {
      cite = "hoenig-2025",
      shows = "MRI is the reference picture; an X-ray lags by 2 to 4 weeks",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "bone-stress",

  indicator = "warning",
  say       = {
    clinician =
      "Consider MRI of pelvis, hips and sacrum this week. No running, crutches until " ..
      "the picture has been read, and no hop test: it can complete a fracture of the " ..
      "femoral neck. A normal X-ray does not exclude it. Ask about periods, food, " ..
      "weight and earlier stress fractures; examine hip rotation and standing on one " ..
      "leg, held at both hands.",
    patient =
      "Your pain could come from a bone that has had more than it can repair. An MRI " ..
      "this week shows it. Until then please use crutches and leave out running and " ..
      "jumping; the rest of you can keep moving. See {clinic.this_week_contact} to " ..
      "arrange it.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
