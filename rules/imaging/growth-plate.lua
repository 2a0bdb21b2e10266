-- SPDX-License-Identifier: Apache-2.0
-- Has a growth plate at the pelvis been pulled off?

rule {
  id       = "imaging/growth-plate",
  title    = "Imaging of the pelvis within 48 to 72 hours",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Up to 25 a sudden pull may take a piece of bone along, because the growth plate is
    the weaker link.
  ]],
  evidence = {
    {
      cite = "ferlic-2014",
      shows = "more than 15 mm of displacement is a reason for a surgical opinion",
      grade = "C",
    },
    {
      cite = "parvaresh-2018",
      shows = "the growth plate at the sit bone closes from 16 to 20 years on",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "growth-plate",

  indicator = "warning",
  say       = {
    clinician =
      "Consider imaging of the pelvis from the front within 48 to 72 hours. It begins " ..
      "with {fill.first}. More than 15 mm of displacement goes to a surgeon. No " ..
      "stretching, sprinting, shockwave or cortisone at the site. Feel the sit bone, " ..
      "the front of the hip and the pubic bone on both sides.",
    patient =
      "At your age a sudden pull can loosen a small piece of bone where the muscle is " ..
      "attached. A picture in the next 2 to 3 days shows it and tells how to treat it. " ..
      "See {clinic.this_week_contact}; the first picture is {fill.yours}.",
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
