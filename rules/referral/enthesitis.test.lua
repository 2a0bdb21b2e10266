-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 40, sex = "female", conditions = { "uveitis" } },
  screening = { inflammatory_features = { "enthesitis" } },
}

case "with uveitis" { expect = answer "gp-review" }
case "with bowel disease" {
  patient = { conditions = { "inflammatory-bowel-disease" } },
  expect = answer "gp-review",
}
case "with inflammatory arthritis" {
  patient = { conditions = { "inflammatory-arthritis" } },
  expect = answer "gp-review",
}
case "with psoriasis as a diagnosis" {
  patient = { conditions = { "psoriasis" } },
  expect = answer "gp-review",
}
case "with psoriasis as a feature" {
  patient = { conditions = {} },
  screening = { inflammatory_features = { "enthesitis", "psoriasis" } },
  expect = answer "gp-review",
}
case "enthesitis alone" { patient = { conditions = {} }, expect = silent }
case "with another diagnosis" { patient = { conditions = { "diabetes" } }, expect = silent }
case "the disease without enthesitis" {
  screening = { inflammatory_features = {} },
  expect = silent,
}
case "features not asked" {
  screening = { inflammatory_features = unknown },
  expect = asks "screening.inflammatory_features",
}
case "diagnoses not asked" {
  patient = { conditions = unknown },
  expect = asks "patient.conditions",
}
