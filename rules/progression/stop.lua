-- SPDX-License-Identifier: Apache-2.0
-- Is there a reason for a doctor this week? Then no loading step is given.

rule {
  id       = "progression/stop",
  title    = "Stop loading this area; medical review this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A finding that calls for review this week comes before any loading of this area.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "stop-and-refer",
  when     = finding "this-week-flag",

  indicator = "warning",
  say       = {
    clinician =
      "Consider no running and no loading of this area until the review of this week is " ..
      "done. Consider keeping the other leg, trunk and arms moving: that holds for " ..
      "suspected bone stress, fracture and avulsion too. If chest pain, fainting or " ..
      "breathlessness is the reason, consider no exercise at all until it is explained. " ..
      "Take up the stage again when the result is known.",
    patient =
      "Please leave out running and the exercises for this area until " ..
      "{clinic.this_week_contact} has looked at it this week. Moving the rest of your " ..
      "body in comfort is fine and good for you, unless chest pain, fainting or " ..
      "breathlessness is the reason: then wait with exercise until a doctor has found " ..
      "out why. Tell us what was found, and we will plan the next step together.",
  },

  advise = function()
    return {
      step = {
        action = "stop",
        focus = "Medical review this week before this area is loaded again",
        exercises = {
          "Comfortable movement of the rest of the body, unless chest pain, fainting or "
            .. "breathlessness is the reason",
        },
        dose = "As comfortable, nothing that brings on the pain",
        pain_rule = "No pain from this area during or after movement",
        review_after_days = 7,
      },
    }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
