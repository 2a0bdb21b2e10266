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
      "Consider imaging of the pelvis this week. First picture: {fill.first}; if an " ..
      "X-ray shows nothing and the pain stays, MRI next. Ask how the force hit the " ..
      "body, examine hip rotation, the sit bone and the spine, and test four steps. " ..
      "Severe pain or a leg that does not carry goes to the emergency department.",
    patient =
      "After an accident like yours it is right to look at the bones. See " ..
      "{clinic.this_week_contact} this week; the first picture is {fill.first}. Tell " ..
      "them if you are or may be pregnant.",
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
