-- SPDX-License-Identifier: Apache-2.0
-- Is gradual sit-bone pain under 18 the growth plate?

rule {
  id       = "imaging/teenager",
  title    = "A picture of the pelvis is reasonable under 18",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Before 18 the growth plate at the sit bone gets sore like a tendon does, and a
    picture tells them apart.
  ]],
  evidence = {
    {
      cite = "nice-ng12",
      shows = "unexplained bone pain or swelling in the young: an X-ray within 48 hours",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "reasonable",
  when     = finding "teenager",

  indicator = "info",
  say       = {
    clinician =
      "Consider imaging of the pelvis from the front, both sides for comparison. It " ..
      "begins with {fill.first}. Ask about growth, training hours, night pain and " ..
      "sudden onset; night pain or a sudden pull raises the urgency. No shockwave and " ..
      "no cortisone at a growth plate.",
    patient =
      "While you are still growing, the bone where the hamstring is attached can get " ..
      "sore. A picture ({fill.yours}) can show that. As far as we know now there is no " ..
      "hurry; talk it over with your GP together with a parent or guardian.",
  },
  offer     = { suggest "request-pelvis-imaging" },

  advise = function(facts)
    local xray = "an X-ray, then MRI if it shows nothing and the pain stays"
    local fill = {
      first = "MRI where pregnancy is possible, otherwise " .. xray,
      yours = "MRI if you are or may be pregnant, otherwise an X-ray",
    }
    local man = facts:known "patient.sex" and facts.patient.sex == "male"
    local asked = facts:known "patient.pregnant_weeks"
    if man or (asked and facts.patient.pregnant_weeks == 0) then
      fill = { first = xray, yours = "an X-ray" }
    elseif asked then
      fill = { first = "MRI; X-ray or CT only if a doctor decides so", yours = "MRI" }
    end
    return { fill = fill }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
