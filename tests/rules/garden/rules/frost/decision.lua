-- SPDX-License-Identifier: Apache-2.0
decision "frost" {
  question = "Does frost threaten the bed tonight?",
  answers = { "protect-now", "watch" },
  otherwise = "none",
  while_unknown = "undetermined",
  texts = {
    ["protect-now"] = {
      title = "Cover the bed before dusk",
      clinician = "Cover it before dusk; nothing else matters today.",
      patient = "Please cover the bed before dusk.",
    },
    watch = {
      title = "Keep an eye on the night",
      clinician = "Consider looking at the forecast again at dusk.",
      patient = "Look at the forecast again at dusk.",
    },
    none = {
      title = "No frost among what was asked",
      clinician = "Nothing known points to frost.",
      patient = "Nothing known points to frost.",
    },
    undetermined = {
      title = "Frost can't be ruled out yet",
      clinician = "Ask for what is missing.",
      patient = "We need to know a little more.",
    },
  },
}
