-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 45, sex = "female" },
  complaint = {
    sites = { "sit-bone" },
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

case "story and tests fit" { expect = answer "likely" }
case "running and hills" {
  complaint = { aggravated_by = { "running", "hills" } },
  expect = answer "likely",
}
case "running and sprinting" {
  complaint = { aggravated_by = { "running", "sprinting" } },
  expect = answer "likely",
}
case "running and driving" {
  complaint = { aggravated_by = { "running", "driving" } },
  expect = answer "likely",
}
case "running and lunging" {
  complaint = { aggravated_by = { "running", "lunging" } },
  expect = answer "likely",
}
case "running and squatting" {
  complaint = { aggravated_by = { "running", "squatting" } },
  expect = answer "likely",
}
case "running and bending" {
  complaint = { aggravated_by = { "running", "bending" } },
  expect = answer "likely",
}
case "running and lifting" {
  complaint = { aggravated_by = { "running", "lifting" } },
  expect = answer "likely",
}
case "running and stairs" {
  complaint = { aggravated_by = { "running", "stairs" } },
  expect = answer "likely",
}
case "sitting and driving" {
  complaint = { aggravated_by = { "sitting", "driving" } },
  expect = answer "likely",
}
case "one aggravator" { complaint = { aggravated_by = { "running" } }, expect = silent }
case "walking and stretching don't count" {
  complaint = { aggravated_by = { "running", "walking", "stretching" } },
  expect = silent,
}
case "sudden" { complaint = { onset = "sudden" }, expect = silent }
case "buttock only" { complaint = { sites = { "buttock" } }, expect = silent }
case "no warm-up effect, sitting 29 minutes" {
  complaint = { warm_up = "unchanged", sitting_minutes_to_pain = 29 },
  expect = answer "likely",
}
case "no warm-up effect, sitting 30 minutes" {
  complaint = { warm_up = "unchanged", sitting_minutes_to_pain = 30 },
  expect = silent,
}
case "warm-up eases, sitting long" {
  complaint = { sitting_minutes_to_pain = 90 },
  expect = answer "likely",
}
case "first and third test" {
  examination = { bent_knee_stretch = false, modified_bent_knee_stretch = true },
  expect = answer "likely",
}
case "second and third test" {
  examination = { puranen_orava = false, modified_bent_knee_stretch = true },
  expect = answer "likely",
}
case "one test positive" { examination = { bent_knee_stretch = false }, expect = silent }
case "the third test not needed" {
  examination = { modified_bent_knee_stretch = unknown },
  expect = answer "likely",
}
case "one positive, one not done" {
  examination = { bent_knee_stretch = unknown },
  expect = asks "examination.bent_knee_stretch",
}
case "warm-up not asked, sitting long" {
  complaint = { warm_up = unknown, sitting_minutes_to_pain = 90 },
  expect = asks "complaint.warm_up",
}
case "aggravators not asked" {
  complaint = { aggravated_by = unknown },
  expect = asks "complaint.aggravated_by",
}
case "onset not asked" { complaint = { onset = unknown }, expect = asks "complaint.onset" }
