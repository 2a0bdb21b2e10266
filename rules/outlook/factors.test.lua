-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 44, conditions = {} },
  complaint = {
    sites = { "sit-bone" },
    onset = "gradual",
    radiation = "none",
    aggravated_by = { "running", "sitting" },
    warm_up = "eases",
  },
  examination = {
    puranen_orava = true,
    bent_knee_stretch = true,
    modified_bent_knee_stretch = true,
    seated_piriformis = false,
    slump = false,
  },
}

case "likely" { expect = answer "given" }
case "possible" {
  examination = { puranen_orava = false, bent_knee_stretch = false },
  expect = answer "given",
}
case "slump not tested, no stretch positive" {
  examination = {
    puranen_orava = false,
    bent_knee_stretch = false,
    modified_bent_knee_stretch = false,
    slump = unknown,
  },
  expect = presumed "given",
}
case "unlikely: under 18" { patient = { age_years = 17 }, expect = silent }
case "site not asked" { complaint = { sites = unknown }, expect = asks "complaint.sites" }
case "the whole decision" { expect = decides { outlook = "given" } }
