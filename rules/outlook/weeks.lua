-- SPDX-License-Identifier: Apache-2.0
-- How many weeks may it take, and what may lengthen it?

-- Each factor that the facts can show, with its strength; the strong one widens the range.
local FACTORS = {
  { "diabetes (strong)", "conditions", item = "diabetes" },
  { "raised cholesterol (moderate)", "conditions", item = "high-cholesterol" },
  { "steroid tablets (moderate)", "medications", item = "oral-corticosteroid" },
  { "7 hours of sleep or less (moderate)", "sleep_hours", most = 7 },
  { "stress (moderate)", "high_stress", is = true },
  { "menopause (weak)", "menopause", is = "peri" },
  { "menopause (weak)", "menopause", is = "post" },
}

local function holds(factor, value)
  if factor.item then
    local found = false
    for _, item in ipairs(value) do
      found = found or item == factor.item
    end
    return found
  end
  return factor.most and value <= factor.most or value == factor.is
end

rule {
  id       = "outlook/weeks",
  title    = "Recovery takes months: a range of weeks, and what may widen it",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A range helps to plan; each strong factor adds 4 weeks to its upper end, up to 52.
  ]],

  basis    = "clinic policy",
  decides  = "outlook",
  answer   = "given",
  when     = finding "tendinopathy",

  indicator = "info",
  say       = {
    clinician =
      "Consider {fill.weeks} of steady loading as a frame, flares included. Strong: " ..
      "diabetes. Moderate: pain for over 3 months, much pain at the start, fear of " ..
      "movement, raised cholesterol, higher body weight, short sleep, stress, steroid " ..
      "tablets. Weak: age and menopause. Sex alone: none. Here: {fill.factors}. Sitting " ..
      "is a load that can be changed.",
    patient =
      "Think of {fill.weeks} of steady work, with ups and downs on the way; everybody " ..
      "is different. Good sleep, enough food and less sitting help. Age and menopause " ..
      "play only a small part.",
  },

  advise = function(facts)
    local upper, found = 26, {}
    for _, factor in ipairs(FACTORS) do
      local asked = facts:known("patient." .. factor[2])
      if asked and holds(factor, facts.patient[factor[2]]) then
        table.insert(found, factor[1])
        upper = factor.item == "diabetes" and math.min(52, upper + 4) or upper
      end
    end
    if facts:known "complaint.duration_weeks" and facts.complaint.duration_weeks > 13 then
      table.insert(found, "pain for over 3 months (moderate)")
    end
    if facts:known "rehab.fear_of_movement" and facts.rehab.fear_of_movement then
      table.insert(found, "fear of movement (moderate)")
    end
    local weeks = "12 to " .. tostring(upper) .. " weeks"
    local open = facts:known "patient.conditions" and "" or " (to 30 with diabetes, not asked yet)"
    local named = #found > 0 and table.concat(found, ", ") or "none of these known so far"
    return { fill = { weeks = weeks .. open, factors = named } }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
