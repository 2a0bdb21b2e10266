-- SPDX-License-Identifier: Apache-2.0
-- Has the hamstring come off the bone? Bruising may take 3 to 7 days to show.

finding("avulsion-signs", {
  says = "bruising, a gap, marked weakness, unable to sit, or a stiff-legged walk",
  when = any {
    yes(injury.bruising),
    yes(injury.palpable_gap),
    injury.knee_flexion_weakness:is "marked",
    yes(injury.cannot_sit),
    yes(injury.stiff_legged_gait),
  },
})

finding("avulsion", {
  says = "signs that the hamstring may have come off the bone",
  when = any {
    yes(injury.palpable_gap),
    yes(injury.bruising),
    all {
      any { finding "event", yes(injury.pop) },
      finding "avulsion-signs",
    },
  },
})

finding("avulsion-with-nerve-signs", {
  says = "signs of an avulsion together with nerve signs in the leg",
  when = all { finding "avulsion", finding "nerve-signs" },
})

finding("early-strain", {
  says = "a pop or sudden strain at most 7 days ago, too early to tell how bad it is",
  when = all {
    any {
      yes(injury.pop),
      all {
        complaint.onset:is "sudden",
        injury.mechanism:is_one_of { "sprint-or-overstretch", "minor-slip" },
      },
    },
    unless_ruled_out(none { finding "avulsion-signs" }),
    unless_ruled_out(injury.days_since:at_most(7)),
  },
})

finding("early-avulsion", {
  says = "an early strain with a pop and a weak knee bend",
  when = all {
    finding "early-strain",
    yes(injury.pop),
    injury.knee_flexion_weakness:is_one_of { "mild", "marked" },
  },
})
