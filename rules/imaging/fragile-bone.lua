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
      "Consider imaging of pelvis, sacrum and hip this week. First picture: " ..
      "{fill.first}; if an X-ray shows nothing and walking still hurts, MRI, or CT " ..
      "where MRI is not possible. With a bisphosphonate and groin or thigh pain include " ..
      "the whole femur on both sides. Press on sacrum and pubic bones, test standing on " ..
      "one leg with support, and consider crutches.",
    patient =
      "Bones can become more delicate with age, with some medicines or after earlier " ..
      "breaks. A picture this week shows whether yours needs protecting. See " ..
      "{clinic.this_week_contact}; the first picture is {fill.first}.",
  },
  offer     = { suggest "request-pelvis-imaging" },

  advise = function(facts)
    local first = "MRI where pregnancy is possible, otherwise an X-ray"
    if facts:known "patient.sex" and facts.patient.sex == "male" then
      first = "an X-ray"
    elseif facts:known "patient.pregnant_weeks" then
      first = facts.patient.pregnant_weeks > 0 and "MRI" or "an X-ray"
    end
    return { fill = { first = first } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
