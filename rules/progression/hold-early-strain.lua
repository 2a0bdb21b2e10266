-- SPDX-License-Identifier: Apache-2.0
-- Is it too early to tell how bad a strain is?

rule {
  id       = "progression/hold-early-strain",
  title    = "Early strain: protect it, and examine again on days 3 to 7",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Bruising may take 3 to 7 days to show, so tendon loading waits for the second look.
  ]],

  basis    = "clinic policy",
  decides  = "progression",
  answer   = "hold",
  when     = finding "early-strain",

  indicator = "warning",
  say       = {
    clinician =
      "Consider no tendon loading and no running before a second examination on days 3 " ..
      "to 7: bruising, gap, strength of knee bend, sitting and gait. Any one of them " ..
      "means imaging and a doctor this week. Until then easy movement and walking in " ..
      "comfort.",
    patient =
      "It is too early to tell how big this strain is: bruising can take some days to " ..
      "show. Move gently and walk in comfort, leave out running and strength work for " ..
      "that leg, and come back so that we can look again between day 3 and day 7. Call " ..
      "us earlier if bruising comes up, if sitting is hard or if the leg feels weak.",
  },

  advise = function(facts)
    local days = facts:known "injury.days_since" and facts.injury.days_since or 0
    return {
      step = {
        stage = facts:known "rehab.stage" and facts.rehab.stage or nil,
        action = "hold",
        focus = "Protect the strain and examine it again on days 3 to 7",
        exercises = { "Easy walking", "Gentle movement of hip and knee in comfort" },
        dose = "Little and often, no stretching",
        pain_rule = "Comfortable during and after",
        review_after_days = math.max(1, 3 - days),
      },
    }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
