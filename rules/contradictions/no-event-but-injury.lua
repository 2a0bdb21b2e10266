-- SPDX-License-Identifier: Apache-2.0
-- No event, yet signs of one.

contradiction "no-event-but-injury" {
  when = all {
    injury.mechanism:is "none",
    any { yes(injury.pop), yes(injury.bruising), yes(injury.palpable_gap) },
  },
  say =
    "No event is recorded, yet there was a pop, bruising or a gap. The answers can't be " ..
    "relied on until this is settled.",
  ask = "Was there an event after all: a slip, a sprint, a stretch, a fall or a blow?",
}
