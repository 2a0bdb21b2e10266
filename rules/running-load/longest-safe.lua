-- SPDX-License-Identifier: Apache-2.0
-- How long may a run be, once running is all right?

rule {
  id       = "running-load/longest-safe",
  title    = "What a run that fits would be",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A plan made anew needs a distance, unless a doctor or a flare comes first.
  ]],

  basis    = "clinic policy",
  decides  = "running-load",
  answer   = "stop-and-replan",
  when     = all {
    any {
      finding "run-over-double",
      finding "run-over-5-after-a-break",
      finding "early-strain",
    },
    unless_ruled_out(none {
      decided("progression"):is_one_of { "stop-and-refer", "flare-plan" },
    }),
  },

  indicator = "info",
  say       = {
    clinician =
      "Once running itself is all right, {fill.fits}. Consider taking speed and hills " ..
      "out as well, and one change at a time.",
    patient = "Once running is all right for you, {fill.fits}. Keep it flat and easy.",
  },

  advise = function(facts)
    if not facts:known "running.longest_run_30d_km" then
      return { fill = { fits = "the longest run of the last 30 days sets the distance" } }
    end
    local longest = facts.running.longest_run_30d_km
    local km = longest == 0 and 3 or ratio(math.floor(longest * 11), 10)
    return {
      run = { longest_safe_km = km },
      fill = { fits = "the longest run that fits is " .. tostring(km) .. " km" },
    }
  end,

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
