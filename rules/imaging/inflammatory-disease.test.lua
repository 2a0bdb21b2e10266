-- SPDX-License-Identifier: Apache-2.0
person {
  patient = { age_years = 36, sex = "male", conditions = {} },
  screening = {
    back_pain_onset_age = 40,
    back_pain_months = 12,
    inflammatory_features = {
      "wakes-second-half-of-night", "buttock-pain", "better-with-movement",
    },
  },
}

case "3 features, pain from 40 on" { expect = answer "specialist-decides" }
case "2 features" {
  screening = { inflammatory_features = { "buttock-pain", "better-with-movement" } },
  expect = silent,
}
case "2 features, pain from 34 on" {
  screening = {
    back_pain_onset_age = 34,
    inflammatory_features = { "buttock-pain", "better-with-movement" },
  },
  expect = answer "specialist-decides",
}
case "2 features, pain from 35 on" {
  screening = {
    back_pain_onset_age = 35,
    inflammatory_features = { "buttock-pain", "better-with-movement" },
  },
  expect = silent,
}
case "pain from 44 on" {
  screening = { back_pain_onset_age = 44 },
  expect = answer "specialist-decides",
}
case "pain from 45 on" { screening = { back_pain_onset_age = 45 }, expect = silent }
case "3.1 months" {
  screening = { back_pain_months = 3.1 },
  expect = answer "specialist-decides",
}
case "3 months" { screening = { back_pain_months = 3 }, expect = silent }
case "psoriasis counts once" {
  patient = { conditions = { "psoriasis" } },
  screening = { inflammatory_features = { "psoriasis", "arthritis" } },
  expect = silent,
}
case "psoriasis as a diagnosis is the third" {
  patient = { conditions = { "psoriasis" } },
  screening = { inflammatory_features = { "first-degree-relative", "arthritis" } },
  expect = answer "specialist-decides",
}
case "enthesitis with uveitis, no back pain" {
  patient = { conditions = { "uveitis" } },
  screening = { back_pain_months = 0, inflammatory_features = { "enthesitis" } },
  expect = answer "specialist-decides",
}
case "enthesitis alone" {
  screening = { back_pain_months = 0, inflammatory_features = { "enthesitis" } },
  expect = silent,
}
case "features not asked" {
  screening = { inflammatory_features = unknown },
  expect = asks "screening.inflammatory_features",
}
case "diagnoses not asked, enthesitis" {
  patient = { conditions = unknown },
  screening = { back_pain_months = 0, inflammatory_features = { "enthesitis" } },
  expect = asks "patient.conditions",
}
