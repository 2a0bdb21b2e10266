-- SPDX-License-Identifier: Apache-2.0
-- How long ago the joining day of this term's course was; in the holidays none has passed.

local DAYS = {
  monday = 0,
  tuesday = 1,
  wednesday = 2,
  thursday = 3,
  friday = 4,
  saturday = 5,
  sunday = 6,
}

measure("joining-day-passed", {
  unit = "days",
  says = "days since this term's joining day",
  range = { 0, 366 },
  value = function(facts)
    local today, course = facts.assessed_on, clinic.runfit
    for _, term in ipairs(clinic.terms) do
      if days_between(term.first, today) >= 0 and days_between(today, term.last) >= 0 then
        local monday = add_days(term.first, 1 - weekday(term.first))
        local starts_on = add_days(monday, 7 * (course.first_week - 1))
        local joining_day = add_days(starts_on, DAYS[course.joining_weekday])
        return math.max(0, days_between(joining_day, today))
      end
    end
    return 0
  end,
})
