-- SPDX-License-Identifier: Apache-2.0
-- A flare in somebody whose rehabilitation has begun: one row each, and all of them together.

finding("flare-load", {
  says = "the load test hurts more than 5 out of 10",
  when = all { given(rehab.stage), rehab.load_test_pain:more_than(5) },
})

finding("flare-rest", {
  says = "pain at rest is over 1 out of 10 from stage 1 on",
  when = all { rehab.stage:at_least(1), complaint.rest_pain:more_than(1) },
})

finding("flare-run", {
  says = "the last run hurt more than 5 out of 10",
  when = all { given(rehab.stage), rehab.run_pain:more_than(5) },
})

finding("flare-limp", {
  says = "limping, with rehabilitation under way",
  when = all { given(rehab.stage), yes(rehab.limping) },
})

finding("flare-repeated", {
  says = "at least 3 flares in 8 weeks",
  when = all { given(rehab.stage), rehab.flares_last_8_weeks:at_least(3) },
})

finding("flare-plan", {
  says = "a flare",
  when = any {
    finding "flare-load",
    finding "flare-rest",
    finding "flare-run",
    finding "flare-limp",
    finding "flare-repeated",
  },
})
