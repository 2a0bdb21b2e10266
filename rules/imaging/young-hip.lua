-- SPDX-License-Identifier: Apache-2.0
-- Is it the hip itself, in somebody under 18?

rule {
  id       = "imaging/young-hip",
  title    = "Imaging of hip and pelvis this week, both sides",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Before 18, groin or front-of-hip pain comes from the hip until a picture of both
    sides says otherwise.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "young-hip",

  indicator = "warning",
  say       = {
    clinician =
      "Consider imaging of pelvis and both hips this week, from the front and with the " ..
      "legs turned out. It begins with {fill.first}. No running or jumping until it has " ..
      "been read. Examine inward rotation, leg length and the walk, and ask about knee " ..
      "pain; a limp that appears or a leg that does not carry goes to the emergency " ..
      "department.",
    patient =
      "At your age pain at the front of the hip should be looked at with a picture of " ..
      "both hips, this week: {fill.yours}. Please leave out running and jumping until " ..
      "then. See {clinic.this_week_contact} together with a parent or guardian.",
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
