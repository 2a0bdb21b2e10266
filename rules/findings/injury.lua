-- SPDX-License-Identifier: Apache-2.0
-- An event: what it was, how long ago, and what it may have done to bone or vessel.

finding("event", {
  says = "the pain began with an event",
  when = any {
    complaint.onset:is "sudden",
    injury.mechanism:is_one_of {
      "vehicle-collision",
      "bike-crash",
      "sporting-impact",
      "fall-from-height",
      "minor-slip",
      "sprint-or-overstretch",
    },
  },
})

finding("big-trauma", {
  says = "a collision, bike crash, sporting impact or fall from height",
  when = injury.mechanism:is_one_of {
    "vehicle-collision",
    "bike-crash",
    "sporting-impact",
    "fall-from-height",
  },
})

finding("cannot-bear-weight", {
  says = "the leg does not carry four steps",
  when = no(injury.bears_weight),
})

finding("severe-trauma", {
  says = "a big trauma at most 7 days ago, as far as known, with severe pain at rest",
  when = all {
    finding "big-trauma",
    finding "severe",
    unless_ruled_out(injury.days_since:at_most(7)),
  },
})

finding("significant-trauma", {
  says = "a big trauma at most 84 days ago, as far as known",
  when = all { finding "big-trauma", unless_ruled_out(injury.days_since:at_most(84)) },
})

finding("old-trauma", {
  says = "a big trauma more than 84 days ago",
  when = all { finding "big-trauma", injury.days_since:more_than(84) },
})

finding("bleeding", {
  says = "a recent injury on a blood thinner, with bruising, marked rest pain or nerve signs",
  when = all {
    patient.medications:includes "anticoagulant",
    any { finding "event", yes(injury.bruising) },
    unless_ruled_out(injury.days_since:at_most(14)),
    any { yes(injury.bruising), complaint.rest_pain:at_least(5), finding "nerve-signs" },
  },
})
