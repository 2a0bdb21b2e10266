-- SPDX-License-Identifier: Apache-2.0
-- What makes a home program the better start, before the running class of the next term.

finding("home-early-stage", {
  says = "rehabilitation is at stage 0 to 2",
  when = rehab.stage:at_most(2),
})

finding("home-pelvic-health", {
  says = "birth under 84 days ago or pelvic floor symptoms, not cleared, as far as known",
  when = all {
    unless_ruled_out(no(class.pelvic_health_cleared)),
    any { finding "birth-under-84-days", finding "pelvic-floor" },
  },
})

finding("home-injection", {
  says = "an injection at most 2 weeks ago",
  when = all { yes(treatment.had_injection), treatment.weeks_since_injection:at_most(2) },
})

finding("home-walking", {
  says = "a 30-minute walk hurts more than 2 out of 10",
  when = strength.walk_30min_pain:more_than(2),
})

finding("home-bridges", {
  says = "fewer than 20 single-leg bridges",
  when = strength.single_leg_bridge_reps:less_than(20),
})

finding("home-course-passed", {
  says = "fit for the running class, but this term's course can no longer be joined",
  when = all {
    any { finding "class-join-modified", finding "class-join" },
    measure "joining-day-passed":at_least(1),
  },
})
