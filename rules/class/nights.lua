-- SPDX-License-Identifier: Apache-2.0
-- Can this person come on the nights of the class?

local NAMES = {
  monday = "Mondays",
  tuesday = "Tuesdays",
  wednesday = "Wednesdays",
  thursday = "Thursdays",
  friday = "Fridays",
  saturday = "Saturdays",
  sunday = "Sundays",
}

rule {
  id       = "class/nights",
  title    = "The nights do not fit: another class or a home program",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    The course is held on two evenings, and sessions are not made up.
  ]],
  evidence = {
    {
      cite = "clinic-article",
      shows = "the class is held on Monday and Tuesday nights, without make-up sessions",
      grade = "D",
    },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "other-class",
  when     = no(class.can_attend_monday_or_tuesday),

  indicator = "info",
  say       = {
    clinician =
      "{clinic.runfit.name} is on {fill.nights}, {clinic.runfit.time}. Consider the " ..
      "{clinic.other_classes.strength} or a {clinic.other_classes.home}.",
    patient =
      "{clinic.runfit.name} is on {fill.nights}, {clinic.runfit.time}. If that does not " ..
      "suit you, we have another class and a {clinic.other_classes.home}.",
  },

  advise = function()
    local nights = {}
    for _, night in ipairs(clinic.runfit.nights) do
      table.insert(nights, NAMES[night])
    end
    return { fill = { nights = table.concat(nights, " and ") } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
