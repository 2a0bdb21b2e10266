-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 45, sex = "female" },
  complaint = {
    sites = { "sit-bone" },
    onset = "gradual",
    duration_weeks = 30,
    aggravated_by = { "running", "sitting", "walking" },
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

case "walking as well" { expect = answer "likely" }
case "no walking pain" {
  complaint = { aggravated_by = { "running", "sitting" } },
  expect = silent,
}
case "walking and one other" {
  complaint = { aggravated_by = { "running", "walking" } },
  expect = silent,
}
case "aggravators not asked" {
  complaint = { aggravated_by = unknown },
  expect = asks "complaint.aggravated_by",
}
