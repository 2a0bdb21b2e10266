-- SPDX-License-Identifier: Apache-2.0
-- Why does somebody so young hurt at night or at rest?

rule {
  id       = "imaging/young-night",
  title    = "Imaging of the painful area this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Under 20, pain at night or marked pain at rest is no usual tendon pain, so the bone
    is looked at.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "young-night",

  indicator = "warning",
  say       = {
    clinician =
      "Consider imaging of the painful bone, within 48 hours if it can be had. First " ..
      "picture: {fill.first}; MRI next when an X-ray shows nothing and the pain goes " ..
      "on. Ask for a blood count. Feel for a lump and for bony tenderness, examine the " ..
      "hip, and ask about weight, fever and whether anti-inflammatories ease the night.",
    patient =
      "Pain at night or at rest is unusual at your age, so a picture and a blood test " ..
      "this week make sense. See {clinic.this_week_contact}.",
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

  cautions  = {
    "The 48 hours follow NICE NG12, which is not cited for want of a year in our sources.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
