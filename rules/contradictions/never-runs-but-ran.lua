-- SPDX-License-Identifier: Apache-2.0
-- Never a runner, yet a run in the last 30 days.

contradiction "never-runs-but-ran" {
  when = all {
    running.longest_run_30d_km:more_than(0),
    running.level:is "never",
  },
  say =
    "The level is \"never\", yet there was a run in the last 30 days. The answers can't " ..
    "be relied on until this is settled.",
  ask = "Does this person run, and how long was the longest run of the last 30 days?",
}
