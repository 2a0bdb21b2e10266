-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 33, sex = "male", conditions = {} },
  screening = {
    back_pain_onset_age = 30,
    back_pain_months = 12,
    inflammatory_features = { "wakes-second-half-of-night", "better-with-movement" },
  },
}

case "onset at 30 and two features are three" { expect = answer "gp-review" }
case "onset at 34" { screening = { back_pain_onset_age = 34 }, expect = answer "gp-review" }
case "onset at 35 and two features are two" {
  screening = { back_pain_onset_age = 35 },
  expect = silent,
}
case "onset at 35 and three features" {
  screening = {
    back_pain_onset_age = 35,
    inflammatory_features = { "buttock-pain", "better-within-48h-of-nsaid", "arthritis" },
  },
  expect = answer "gp-review",
}
case "onset at 44 and three features" {
  screening = {
    back_pain_onset_age = 44,
    inflammatory_features = { "first-degree-relative", "enthesitis", "psoriasis" },
  },
  expect = answer "gp-review",
}
case "onset at 45" {
  screening = {
    back_pain_onset_age = 45,
    inflammatory_features = { "first-degree-relative", "enthesitis", "psoriasis" },
  },
  expect = silent,
}
case "3 months" { screening = { back_pain_months = 3 }, expect = silent }
case "3.1 months" { screening = { back_pain_months = 3.1 }, expect = answer "gp-review" }
case "psoriasis as a diagnosis counts" {
  patient = { conditions = { "psoriasis" } },
  screening = { inflammatory_features = { "arthritis" } },
  expect = answer "gp-review",
}
case "psoriasis twice counts once" {
  patient = { conditions = { "psoriasis" } },
  screening = { inflammatory_features = { "psoriasis" } },
  expect = silent,
}
case "onset at 30 and one feature" {
  screening = { inflammatory_features = { "arthritis" } },
  expect = silent,
}
case "onset at 30 and no feature" {
  screening = { inflammatory_features = {} },
  expect = silent,
}
case "waking and a relative" {
  screening = {
    inflammatory_features = { "wakes-second-half-of-night", "first-degree-relative" },
  },
  expect = answer "gp-review",
}
case "diagnoses not asked" {
  patient = { conditions = unknown },
  screening = { inflammatory_features = { "arthritis" } },
  expect = asks "patient.conditions",
}
case "features not asked" {
  screening = { inflammatory_features = unknown },
  expect = asks "screening.inflammatory_features",
}
case "months not asked" {
  screening = { back_pain_months = unknown },
  expect = asks "screening.back_pain_months",
}
case "age at onset not asked" {
  screening = { back_pain_onset_age = unknown },
  expect = asks "screening.back_pain_onset_age",
}
