-- SPDX-License-Identifier: Apache-2.0
-- Calf raises on one leg that are usual at an age, in tens of years from the twenties to 80 on.

local MALE = { 37, 33, 28, 24, 19, 15, 10 }
local FEMALE = { 31, 27, 25, 22, 19, 17, 14 }

measure("calf-norm", {
  unit = "repetitions",
  says = "usual calf raises at this age and sex",
  range = { 10, 37 },
  value = function(facts)
    local decade = math.floor(facts.patient.age_years / 10)
    local place = math.min(math.max(decade, 2), 8) - 1
    local sex = facts.patient.sex
    if sex == "male" then
      return MALE[place]
    end
    if sex == "female" then
      return FEMALE[place]
    end
    return math.min(MALE[place], FEMALE[place])
  end,
})
