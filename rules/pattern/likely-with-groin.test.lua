-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 45, sex = "female" },
  complaint = {
    sites = { "sit-bone", "groin" },
    onset = "gradual",
    duration_weeks = 30,
    aggravated_by = { "running", "sitting" },
    warm_up = "eases",
    sitting_minutes_to_pain = 20,
    radiation = "thigh",
  },
  examination = {
    puranen_orava = true,
    bent_knee_stretch = true,
    modified_bent_knee_stretch = false,
    seated_piriformis = false,
    slump = false,
  },
}

case "groin as well" { expect = answer "likely" }
case "ten years of it change nothing" {
  complaint = { duration_weeks = 520 },
  expect = answer "likely",
}
case "no groin pain" { complaint = { sites = { "sit-bone" } }, expect = silent }
case "groin without the sit bone" { complaint = { sites = { "groin" } }, expect = silent }
case "sites not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
case "one test positive" { examination = { bent_knee_stretch = false }, expect = silent }
