-- SPDX-License-Identifier: Apache-2.0
-- Has fragile bone given way?

rule {
  id       = "imaging/fragile-bone",
  title    = "Imaging of pelvis, sacrum and hip this week for a fragile-bone fracture",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Fragile bone can break in a slip, or with none at all, and a first X-ray often
    misses it.
  ]],
  evidence = {
    {
      cite = "nice-cg146",
      shows = "age, an earlier fracture, steroids and low weight mark bone at risk",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "fragile-bone",

  indicator = "warning",
  say       = {
    clinician =
      "Consider imaging of pelvis, sacrum and hip this week. It begins with " ..
      "{fill.first}. CT stands in where MRI is not possible and there is no pregnancy. " ..
      "With a bisphosphonate and groin or thigh pain include the whole femur on both " ..
      "sides. Press on sacrum and pubic bones, test standing on one leg with support, " ..
      "and consider crutches.",
    patient =
      "Bones can become more delicate with age, with some medicines or after earlier " ..
      "breaks. A picture this week shows whether yours needs protecting. See " ..
      "{clinic.this_week_contact}; the first picture is {fill.yours}.",
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
