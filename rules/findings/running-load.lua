-- SPDX-License-Identifier: Apache-2.0
-- What makes any running wait, and the jumps that are too big whatever else is known.

finding("run-over-double", {
  says = "the planned run is more than twice the longest of the last 30 days",
  when = all {
    running.longest_run_30d_km:more_than(0),
    (running.planned_run_km / running.longest_run_30d_km):more_than(2),
  },
})

finding("run-over-5-after-a-break", {
  says = "over 5 km planned after 30 days without a run",
  when = all {
    running.longest_run_30d_km:at_most(0),
    running.planned_run_km:more_than(5),
  },
})
