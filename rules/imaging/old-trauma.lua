-- SPDX-License-Identifier: Apache-2.0
-- Did a big trauma more than 84 days ago leave something behind?

rule {
  id       = "imaging/old-trauma",
  title    = "An MRI is reasonable when pain goes back to a big trauma",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    An injury of bone or tendon that was missed at the time can still be found.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "imaging is warranted after significant trauma",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "reasonable",
  when     = finding "old-trauma",

  indicator = "info",
  say       = {
    clinician =
      "Consider MRI of pelvis and upper thigh, which shows bone and tendon alike; " ..
      "nothing known so far makes it urgent. Ask first for pictures taken at the time. " ..
      "The trauma is {injury.days_since} days ago. Feel for a gap, compare knee-bend " ..
      "strength, and examine hip and spine.",
    patient =
      "Your pain goes back to an accident some months ago. An MRI can show whether " ..
      "anything from then still needs care. As far as we know now it is not urgent; " ..
      "please bring any earlier pictures with you.",
  },
  offer     = { suggest "request-mri" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
