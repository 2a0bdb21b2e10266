-- SPDX-License-Identifier: Apache-2.0
-- Is an injection asked about in pregnancy?

rule {
  id       = "cortisone/pregnant",
  title    = "No cortisone in pregnancy unless the obstetrician decides so",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In pregnancy an injected steroid concerns two, so it is an obstetric decision.
  ]],

  basis    = "clinic policy",
  decides  = "cortisone",
  answer   = "contraindicated",
  when     = finding "pregnant",

  indicator = "warning",
  say       = {
    clinician =
      "Week {patient.pregnant_weeks}. Consider no injection; if pain can't be managed " ..
      "otherwise, the decision is the obstetrician's. Relief is short, and other " ..
      "tendons are worse at 6 to 12 months. Loading, adapted to the week of pregnancy, " ..
      "goes on.",
    patient =
      "While you are pregnant, an injection is a decision for your obstetrician or " ..
      "midwife. Its relief is short and later results are worse in other tendons; " ..
      "exercises adapted to your pregnancy keep helping.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
