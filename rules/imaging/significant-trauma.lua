-- SPDX-License-Identifier: Apache-2.0
-- Did a collision, crash, impact or fall hurt bone?

rule {
  id       = "imaging/significant-trauma",
  title    = "Imaging of the pelvis this week after a big trauma",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ After a big trauma the usual reasons against a scan do not hold. ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "imaging is warranted after significant trauma",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "imaging",
  answer   = "warranted-this-week",
  when     = finding "significant-trauma",

  indicator = "warning",
  say       = {
    clinician =
      "Consider imaging of the pelvis this week. It begins with {fill.first}. Ask how " ..
      "the force hit the body, examine hip rotation, the sit bone and the spine, and " ..
      "test four steps. Severe pain or a leg that does not carry goes to the emergency " ..
      "department.",
    patient =
      "After an accident like yours it is right to look at the bones. See " ..
      "{clinic.this_week_contact} this week; the first picture is {fill.yours}.",
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
