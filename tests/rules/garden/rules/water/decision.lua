-- SPDX-License-Identifier: Apache-2.0
decision "water" {
  question = "Does the bed need water today?",
  answers = { "water", "wait" },
  otherwise = "wait",
  while_unknown = "undetermined",
  applies_when = given(wish.water_today),
  suppressed_when = decided("frost"):is "protect-now",
  texts = {
    water = { title = "Water it", clinician = "Consider watering.", patient = "Water it." },
    wait = { title = "Wait", clinician = "Consider waiting.", patient = "Wait a day." },
    undetermined = {
      title = "Not known yet",
      clinician = "Ask for what is missing.",
      patient = "We need to know a little more.",
    },
    ["not-asked"] = { title = "Not asked", clinician = "Not asked.", patient = "Not asked." },
    suppressed = {
      title = "Frost first",
      clinician = "Frost comes first.",
      patient = "Frost comes first.",
    },
  },
}
