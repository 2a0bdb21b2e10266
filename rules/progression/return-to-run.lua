-- SPDX-License-Identifier: Apache-2.0
-- Is it time to run again?

rule {
  id       = "progression/return-to-run",
  title    = "Begin a walk-run plan beside the next stage",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Strength in deeper hip bend, no pain at rest, an easy 30-minute walk: running may
    begin.
  ]],
  evidence = {
    {
      cite = "goom-2019",
      shows =
        "a 30-minute walk with at most 2 of pain, and 12 weeks after a birth, come " ..
        "first",
      grade = "D",
    },
    { cite = "freckleton-2014", shows = "fewer than 20 bridges is poor", grade = "C" },
    { cite = "goom-2016", shows = "in this tendon, pain up to 3 is the limit", grade = "D" },
    {
      cite = "silbernagel-2007",
      shows = "in Achilles tendons, loading with pain up to 5 was accepted",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "progression",
  answer   = "return-to-run",
  when     = all {
    finding "steady",
    rehab.stage:at_least(3),
    complaint.rest_pain:at_most(0),
    strength.walk_30min_pain:at_most(2),
    strength.single_leg_bridge_reps:at_least(20),
    none { finding "birth-under-84-days", finding "pelvic-floor" },
  },

  indicator = "info",
  say       = {
    clinician =
      "The criteria are met. Consider short runs with walking between on alternate " ..
      "days, flat and easy, repeated until two sessions were clean; hills and speed " ..
      "come last. Strength goes on. Sources differ on the pain allowed: Goom 3 out of 10, " ..
      "Silbernagel 5 in Achilles tendons; 3 is used here.",
    patient =
      "You are ready to run again: short, easy runs with walking between, on flat " ..
      "ground, every other day. Repeat a session until it has gone well twice. Hills " ..
      "and speed come last, and your strength exercises stay.",
  },

  advise = function(facts)
    return {
      step = {
        stage = math.min(4, facts.rehab.stage + 1),
        action = "return-to-run",
        focus = "Fast, springy loads, and a walk-run plan beside them",
        exercises = { "Walk-run on flat ground", "A-skips", "Fast step-ups", "Bounds" },
        dose = "Walk-run on alternate days; the rest as set by your physio",
        pain_rule = "Up to 3 out of 10 during exercise, back to usual within 24 hours",
        review_after_days = 14,
      },
    }
  end,

  cautions  = {
    "A third rule, for runners with knee pain, allows 2; our sources give it no year.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
