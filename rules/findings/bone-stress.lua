-- SPDX-License-Identifier: Apache-2.0
-- Bone that answers to more load than it could repair.

finding("impact", {
  says = "the bone is loaded: running or walking hurts, or the last run was under 12 weeks ago",
  when = any {
    complaint.aggravated_by:includes_any { "running", "hills", "sprinting", "walking" },
    running.weeks_since_last_run:less_than(12),
  },
})

finding("bone-stress", {
  says = "signs that fit a bone stress injury of hip or pelvis",
  when = any {
    all {
      complaint.sites:includes_any {
        "groin", "anterior-hip", "anterior-thigh", "sacrum", "pubic",
      },
      any {
        complaint.warm_up:is "worsens",
        yes(screening.single_leg_stance_pain),
        yes(screening.running_impossible),
        finding "low-energy",
        all {
          any {
            complaint.warm_up:is "unchanged",
            yes(screening.hip_rotation_painful),
            finding "night-or-ache",
          },
          finding "impact",
        },
      },
    },
    all {
      complaint.sites:includes_any {
        "buttock", "low-back", "sacroiliac", "sit-bone", "posterior-thigh",
      },
      at_least_of(2, {
        complaint.warm_up:is "worsens",
        yes(screening.single_leg_stance_pain),
        finding "night-or-ache",
        yes(screening.running_impossible),
      }),
    },
  },
})
