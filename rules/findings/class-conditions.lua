-- SPDX-License-Identifier: Apache-2.0
-- What the running class asks of everybody: being well, walking, bridging, rising on the toes.

finding("runfit-wanted", {
  says = "the running class is asked for, and the person wants to run",
  when = all { class.asks_for:is "runfit", yes(running.wants_to_run) },
})

finding("not-cleared", {
  says = "no doctor or midwife has cleared this person for the class, as far as known",
  when = unless_ruled_out(no(class.medically_cleared)),
})

finding("calf-strong", {
  says = "20 calf raises, or as many as usual at this age and sex",
  when = any {
    strength.calf_raise_reps:at_least(20),
    (strength.calf_raise_reps - measure "calf-norm"):at_least(0),
  },
})

finding("calf-weak", {
  says = "fewer than 20 calf raises and fewer than usual at this age and sex",
  when = all {
    strength.calf_raise_reps:less_than(20),
    (strength.calf_raise_reps - measure "calf-norm"):less_than(0),
  },
})

finding("exercise-screen-clear", {
  says = "nothing in the exercise screen, or medically cleared",
  when = any {
    none { screening.exercise_screen_yes:counts_at_least(1) },
    yes(class.medically_cleared),
  },
})

finding("class-base", {
  says = "what the running class asks of everybody",
  when = all {
    finding "runfit-wanted",
    patient.age_years:at_least(18),
    decided("referral"):is "none",
    strength.walk_30min_pain:at_most(2),
    strength.tests_pain:at_most(2),
    strength.single_leg_bridge_reps:at_least(20),
    finding "calf-strong",
    finding "exercise-screen-clear",
  },
})
