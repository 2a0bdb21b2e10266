-- SPDX-License-Identifier: Apache-2.0
-- Weight is borne, yet neither running nor standing on one leg goes.

contradiction "bears-weight-but-cannot-run" {
  when = all {
    yes(injury.bears_weight),
    yes(screening.running_impossible),
    yes(screening.single_leg_stance_pain),
  },
  say =
    "The leg is said to bear weight, yet running is impossible and standing on it " ..
    "hurts. The answers can't be relied on until this is settled.",
  ask =
    "Can four steps really be taken without help, and where exactly does standing on " ..
    "that leg hurt?",
}
