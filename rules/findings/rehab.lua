-- SPDX-License-Identifier: Apache-2.0
-- How the tendon answers to load: pain 3 is still low, 24 hours still in time.

finding("regress-slow", {
  says = "load-test pain of 4 or 5 that takes more than 24 hours to settle",
  when = all {
    given(rehab.stage),
    rehab.load_test_pain:more_than(3),
    rehab.load_test_pain:at_most(5),
    rehab.settles_hours:more_than(24),
  },
})

finding("regress-rise", {
  says = "the load test hurts more than 2 points above the usual",
  when = all { given(rehab.stage), rehab.rise_from_baseline:more_than(2) },
})

finding("regress-long", {
  says = "more than 48 hours to settle after loading",
  when = all { given(rehab.stage), rehab.settles_hours:more_than(48) },
})

finding("hold-pain", {
  says = "load-test pain of 4 or 5 that settles within 24 hours",
  when = all {
    given(rehab.stage),
    rehab.load_test_pain:more_than(3),
    rehab.load_test_pain:at_most(5),
    rehab.settles_hours:at_most(24),
  },
})

finding("hold-settling", {
  says = "low load-test pain that takes 24 to 48 hours to settle",
  when = all {
    given(rehab.stage),
    rehab.load_test_pain:at_most(3),
    rehab.settles_hours:more_than(24),
    rehab.settles_hours:at_most(48),
  },
})

finding("low-and-settled", {
  says = "load-test pain of at most 3 that settles within 24 hours",
  when = all { rehab.load_test_pain:at_most(3), rehab.settles_hours:at_most(24) },
})

finding("hold-weeks", {
  says = "low pain that settles in time, for under 2 weeks so far",
  when = all {
    given(rehab.stage),
    finding "low-and-settled",
    rehab.weeks_stable:less_than(2),
  },
})

finding("hold-run-pain", {
  says = "the last run hurt 4 or 5 out of 10",
  when = all { given(rehab.stage), rehab.run_pain:between(4, 5) },
})

finding("steady", {
  says = "low pain that settles in time, for at least 2 weeks",
  when = all {
    given(rehab.stage),
    finding "low-and-settled",
    rehab.weeks_stable:at_least(2),
  },
})
