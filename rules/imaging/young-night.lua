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
      "Consider imaging of the painful bone, within 48 hours if it can be had. It " ..
      "begins with {fill.first}. Ask for a blood count. Feel for a lump and for bony " ..
      "tenderness, examine the hip, and ask about weight, fever and whether " ..
      "anti-inflammatories ease the night.",
    patient =
      "Pain at night or at rest is unusual at your age, so a picture ({fill.yours}) and " ..
      "a blood test this week make sense. See {clinic.this_week_contact}.",
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

  cautions  = {
    "No paper draws the line at 20; the 48 hours are borrowed from guidance on " ..
      "unexplained bone pain in the young.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
