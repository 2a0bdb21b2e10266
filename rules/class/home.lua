-- SPDX-License-Identifier: Apache-2.0
-- What does somebody do until the next term?

rule {
  id       = "class/home",
  title    = "A home program now, and {clinic.runfit.name} next term",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Some start better at home and join the course of the next term.
  ]],

  basis    = "clinic policy",
  decides  = "class",
  answer   = "home-program-then-next-term",
  when     = all {
    finding "runfit-wanted",
    any {
      finding "home-early-stage",
      finding "home-pelvic-health",
      finding "home-injection",
      finding "home-walking",
      finding "home-bridges",
      finding "calf-weak",
      finding "home-course-passed",
    },
  },

  indicator = "info",
  say       = {
    clinician =
      "Consider a {clinic.other_classes.home} now and the tests again before next term. " ..
      "{fill.start}",
    patient = "A {clinic.other_classes.home} is your best start. {fill.start}",
  },

  advise = function(facts)
    local today, course = facts.assessed_on, clinic.runfit
    for _, term in ipairs(clinic.terms) do
      local monday = add_days(term.first, 1 - weekday(term.first))
      local starts_on = add_days(monday, 7 * (course.first_week - 1))
      if days_between(today, term.first) > 0 then
        local start = "The course starts on Monday " .. starts_on .. "."
        return {
          class = {
            name = course.name,
            starts_on = starts_on,
            nights = course.nights,
            time = course.time,
            weeks = course.weeks,
          },
          fill = { start = term.confirmed and start or start .. " (Date to be confirmed.)" },
        }
      end
    end
    return { fill = { start = "No term dates are left: the clinic must enter them." } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
