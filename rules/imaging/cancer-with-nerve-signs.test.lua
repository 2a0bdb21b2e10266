-- SPDX-License-Identifier: Apache-2.0
-- The people of referral/cancer-with-nerve-signs: the scan has to follow it.
person {
  patient = { age_years = 63, sex = "female" },
  complaint = { sites = { "buttock", "sacrum" }, radiation = "thigh" },
  screening = {
    cancer_history = true,
    dvt_signs = {},
    leg_neurology = { "gait-change" },
    progressive_weakness = false,
    saddle_numbness = false,
    bladder_change = false,
    bowel_change = false,
    bilateral_leg_weakness = false,
    ankle_dorsiflexion_grade = 5,
  },
}

case "with a changed walk" { expect = answer "warranted-now" }
case "with lost feeling" {
  screening = { leg_neurology = { "sensory-loss" } },
  expect = answer "warranted-now",
}
case "with a weak limb" {
  screening = { leg_neurology = { "limb-weakness" } },
  expect = answer "warranted-now",
}
case "tingling alone is the same-day rule" {
  screening = { leg_neurology = { "tingling-below-knee" } },
  expect = silent,
}
case "with a limb getting weaker" {
  screening = { leg_neurology = {}, progressive_weakness = true },
  expect = answer "warranted-now",
}
case "with numbness between the legs, however old" {
  screening = { leg_neurology = {}, saddle_numbness = true, cauda_equina_days = 200 },
  expect = answer "warranted-now",
}
case "with bladder change" {
  screening = { leg_neurology = {}, bladder_change = true },
  expect = answer "warranted-now",
}
case "with bowel change" {
  screening = { leg_neurology = {}, bowel_change = true },
  expect = answer "warranted-now",
}
case "with weakness in both legs" {
  screening = { leg_neurology = {}, bilateral_leg_weakness = true },
  expect = answer "warranted-now",
}
case "with pain in both legs" {
  complaint = { radiation = "both-legs" },
  screening = { leg_neurology = {} },
  expect = answer "warranted-now",
}
case "with ankle grade 4" {
  screening = { leg_neurology = {}, ankle_dorsiflexion_grade = 4 },
  expect = answer "warranted-now",
}
case "ankle grade 5 and no nerve sign" { screening = { leg_neurology = {} }, expect = silent }
case "active cancer ticked among the clot signs" {
  screening = { cancer_history = false, dvt_signs = { "active-cancer" } },
  expect = answer "warranted-now",
}
case "no cancer" { screening = { cancer_history = false }, expect = silent }
case "cancer not asked" {
  screening = { cancer_history = unknown },
  expect = asks "screening.cancer_history",
}
case "nerve signs not asked" {
  screening = { leg_neurology = unknown },
  expect = asks "screening.leg_neurology",
}
