-- SPDX-License-Identifier: Apache-2.0
-- Is a bone of hip or pelvis broken?

rule {
  id       = "imaging/broken-bone",
  title    = "Imaging of pelvis and hip in the emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A leg that does not carry four steps, or a recent big trauma with severe pain, is a
    broken bone until a picture shows otherwise.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = any { finding "cannot-bear-weight", finding "severe-trauma" },

  indicator = "critical",
  say       = {
    clinician =
      "Emergency department now. Pictures of pelvis and hip: {fill.first}. No further " ..
      "weight on the leg, no hop or strength tests. Ask what happened, when, and about " ..
      "blood thinners and fragile bone.",
    patient =
      "Your hip and pelvis need a picture before you put more weight on this leg. Go to " ..
      "{clinic.emergency_place} now, or call {clinic.emergency_number} if you can't be " ..
      "driven. The first picture is {fill.yours}.",
  },

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
