-- SPDX-License-Identifier: Apache-2.0
-- Nerve signs in the leg, and how weak the foot is for how long.

finding("nerve-signs", {
  says = "there is at least one nerve sign in the leg",
  when = screening.leg_neurology:counts_at_least(1),
})

finding("weak-foot", {
  says = "a limb is getting weaker, or the foot became weak at most 14 days ago, if known",
  when = any {
    yes(screening.progressive_weakness),
    all {
      screening.ankle_dorsiflexion_grade:at_most(3),
      unless_ruled_out(screening.foot_weakness_days:at_most(14)),
    },
  },
})

finding("foot-weakness-weeks", {
  says = "the foot has been weak for 15 to 84 days",
  when = all {
    screening.ankle_dorsiflexion_grade:at_most(3),
    screening.foot_weakness_days:between(15, 84),
  },
})

finding("nerve-weakness", {
  says = "the walk has changed or a limb is weak",
  when = screening.leg_neurology:includes_any { "gait-change", "limb-weakness" },
})

finding("sensory-loss", {
  says = "feeling is lost in part of the leg",
  when = screening.leg_neurology:includes "sensory-loss",
})

finding("ankle-four", {
  says = "the foot lifts with less than full strength",
  when = screening.ankle_dorsiflexion_grade:at_most(4),
})
