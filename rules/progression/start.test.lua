-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 44 },
  complaint = {
    sites = { "sit-bone" },
    onset = "gradual",
    radiation = "none",
    aggravated_by = { "running", "sitting" },
    warm_up = "eases",
    rest_pain = 0,
  },
  examination = {
    puranen_orava = true,
    bent_knee_stretch = true,
    modified_bent_knee_stretch = true,
    seated_piriformis = false,
    slump = false,
  },
  rehab = { load_test_pain = 2 },
}

case "likely, not begun" { expect = answer "start" }
case "sore at rest" { complaint = { rest_pain = 3 }, expect = answer "start" }
case "begun already" { rehab = { stage = 1 }, expect = silent }
case "possible" {
  examination = { puranen_orava = false, bent_knee_stretch = false },
  expect = answer "start",
}
case "slump not tested, no stretch positive" {
  examination = {
    puranen_orava = false,
    bent_knee_stretch = false,
    modified_bent_knee_stretch = false,
    slump = unknown,
  },
  expect = presumed "start",
}
case "unlikely: under 18" { patient = { age_years = 17 }, expect = silent }
case "site not asked" {
  complaint = { sites = unknown },
  expect = asks "complaint.sites",
}
