-- SPDX-License-Identifier: Apache-2.0
-- How the pain behaves at night and at rest. Pain only from lying on it is no flag.

finding("night", {
  says = "the pain is constant at night or prevents sleep",
  when = complaint.night_pain:is_one_of { "constant", "prevents-sleep" },
})

finding("night-or-ache", {
  says = "the pain aches at night, is constant or prevents sleep",
  when = complaint.night_pain:is_one_of { "aching", "constant", "prevents-sleep" },
})

finding("severe", {
  says = "pain at rest is at least 7 out of 10",
  when = complaint.rest_pain:at_least(7),
})

finding("night-pain", {
  says = "night pain, whatever else is known",
  when = finding "night",
})

finding("severe-pain", {
  says = "severe pain at rest, whatever else is known",
  when = finding "severe",
})

finding("worse-despite-rehab", {
  says = "worse after at least 6 weeks of rehabilitation that was really done",
  when = all {
    given(rehab.stage),
    complaint.trend:is "worsening",
    rehab.adherent_weeks:at_least(6),
  },
})
