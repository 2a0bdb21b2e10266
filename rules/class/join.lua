-- SPDX-License-Identifier: Apache-2.0
-- Who may join?

local DAYS = {
  monday = 0, tuesday = 1, wednesday = 2, thursday = 3, friday = 4, saturday = 5, sunday = 6,
}

rule {
  id       = "class/join",
  title    = "Join {clinic.runfit.name}",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Well, strong enough and settled: welcome, whoever wants to run.
  ]],
  evidence = {
    {
      cite = "wu-2024",
      shows = "in endurance runners strength work helped only where it was supervised",
      grade = "B",
    },
    {
      cite = "lauersen-2018",
      shows = "strength training with fewer injuries, mostly in young team sports",
      grade = "B",
    },
    { cite = "moore-2021", shows = "20 single-leg raises and bridges before running", grade = "D" },
  },

  basis    = "literature",
  decides  = "class",
  answer   = "join",
  when     = finding "class-join",

  indicator = "info",
  say       = {
    clinician =
      "Consider the course as it is. {fill.start} With under 150 active minutes a week " ..
      "(now: {screening.weekly_activity_minutes}) start light to moderate. Supervised " ..
      "strength work may help runners.",
    patient = "Welcome! {fill.start} If you miss a session, do your home exercises.",
  },

  advise = function(facts)
    local today, course = facts.assessed_on, clinic.runfit
    for _, term in ipairs(clinic.terms) do
      local monday = add_days(term.first, 1 - weekday(term.first))
      local starts_on = add_days(monday, 7 * (course.first_week - 1))
      if days_between(today, add_days(starts_on, DAYS[course.joining_weekday])) >= 0 then
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
