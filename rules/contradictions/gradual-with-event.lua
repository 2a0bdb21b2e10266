-- SPDX-License-Identifier: Apache-2.0
-- A gradual onset, yet an event.

contradiction "gradual-with-event" {
  when = all {
    complaint.onset:is "gradual",
    injury.mechanism:is_one_of {
      "vehicle-collision", "bike-crash", "sporting-impact", "fall-from-height", "minor-slip",
      "sprint-or-overstretch",
    },
  },
  say =
    "The onset is recorded as gradual, yet an event is named as what began it. The " ..
    "answers can't be relied on until this is settled.",
  ask = "Did the pain begin with that event, or was it there before and grow slowly?",
}
