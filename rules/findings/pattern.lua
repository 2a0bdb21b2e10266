-- SPDX-License-Identifier: Apache-2.0
-- What fits and what does not fit a sore hamstring tendon at the sit bone.

finding("nerve-tests-only", {
  says = "a nerve test is painful and none of the three stretch tests is",
  when = all {
    any { yes(examination.seated_piriformis), yes(examination.slump) },
    none {
      yes(examination.puranen_orava),
      yes(examination.bent_knee_stretch),
      yes(examination.modified_bent_knee_stretch),
    },
  },
})

finding("two-aggravators", {
  says = "at least two activities that load the hamstring bring the pain on",
  when = at_least_of(2, {
    complaint.aggravated_by:includes "running",
    complaint.aggravated_by:includes "hills",
    complaint.aggravated_by:includes "sprinting",
    complaint.aggravated_by:includes "sitting",
    complaint.aggravated_by:includes "driving",
    complaint.aggravated_by:includes "lunging",
    complaint.aggravated_by:includes "squatting",
    complaint.aggravated_by:includes "bending",
    complaint.aggravated_by:includes "lifting",
    complaint.aggravated_by:includes "stairs",
  }),
})

finding("two-stretch-tests", {
  says = "at least two of the three stretch tests bring on the familiar pain",
  when = at_least_of(2, {
    yes(examination.puranen_orava),
    yes(examination.bent_knee_stretch),
    yes(examination.modified_bent_knee_stretch),
  }),
})

finding("pattern-likely", {
  says = "gradual sit-bone pain with the load, the warm-up or sitting, and the tests that fit",
  when = all {
    complaint.onset:is "gradual",
    complaint.sites:includes "sit-bone",
    finding "two-aggravators",
    any { complaint.warm_up:is "eases", complaint.sitting_minutes_to_pain:less_than(30) },
    finding "two-stretch-tests",
  },
})

finding("pattern-possible", {
  says = "sit-bone pain that an activity which loads the hamstring brings on",
  when = all {
    complaint.sites:includes "sit-bone",
    complaint.aggravated_by:includes_any {
      "running", "hills", "sprinting", "sitting", "driving",
      "lunging", "squatting", "bending", "lifting", "stairs",
    },
  },
})
