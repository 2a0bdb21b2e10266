-- SPDX-License-Identifier: Apache-2.0
-- Is diabetes hard to control?

rule {
  id       = "cortisone/unstable-diabetes",
  title    = "No cortisone while diabetes is hard to control: GP first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    An injected steroid raises blood sugar for days, which matters when it is hard to
    control already.
  ]],

  basis    = "clinic policy",
  decides  = "cortisone",
  answer   = "contraindicated",
  when     = screening.exercise_screen_yes:includes "unstable-diabetes",

  indicator = "warning",
  say       = {
    clinician =
      "Consider no injection until the GP has blood sugar under control; then the usual " ..
      "reasons still speak against it: short relief, and worse results at 6 to 12 " ..
      "months in other tendons. Ask how it has been measured in the last 3 months. " ..
      "Loading goes on; movement helps sugar too.",
    patient =
      "Cortisone can push your blood sugar up, so please see your GP about that first. " ..
      "Its relief is short and later results are worse in other tendons; your exercises " ..
      "are good for tendon and sugar alike.",
  },
  offer     = { suggest "continue-loading" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
