-- SPDX-License-Identifier: Apache-2.0
-- Inflammatory back pain and enthesitis. Psoriasis counts once, as a feature or a diagnosis.

finding("psoriasis", {
  says = "psoriasis, as a feature or a diagnosis",
  when = any {
    screening.inflammatory_features:includes "psoriasis",
    patient.conditions:includes "psoriasis",
  },
})

finding("inflammatory-back", {
  says = "long back pain that began before 45, with at least 3 features of inflammation",
  when = all {
    screening.back_pain_onset_age:less_than(45),
    screening.back_pain_months:more_than(3),
    at_least_of(3, {
      screening.back_pain_onset_age:less_than(35),
      finding "psoriasis",
      screening.inflammatory_features:includes "wakes-second-half-of-night",
      screening.inflammatory_features:includes "buttock-pain",
      screening.inflammatory_features:includes "better-with-movement",
      screening.inflammatory_features:includes "better-within-48h-of-nsaid",
      screening.inflammatory_features:includes "first-degree-relative",
      screening.inflammatory_features:includes "arthritis",
      screening.inflammatory_features:includes "enthesitis",
    }),
  },
})

finding("enthesitis", {
  says = "enthesitis in somebody with psoriasis or another inflammatory disease",
  when = all {
    screening.inflammatory_features:includes "enthesitis",
    any {
      finding "psoriasis",
      patient.conditions:includes_any {
        "inflammatory-bowel-disease", "uveitis", "inflammatory-arthritis",
      },
    },
  },
})
