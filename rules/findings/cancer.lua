-- SPDX-License-Identifier: Apache-2.0
-- Cancer, now or in the past, and what turns it from a note into a call.

finding("cancer", {
  says = "cancer, now or in the past",
  when = any {
    yes(screening.cancer_history),
    screening.dvt_signs:includes "active-cancer",
  },
})

finding("cancer-with-nerve-signs", {
  says = "cancer with a sign that the spinal cord or its nerves are pressed on",
  when = all {
    finding "cancer",
    any {
      screening.leg_neurology:includes_any { "gait-change", "sensory-loss", "limb-weakness" },
      yes(screening.progressive_weakness),
      finding "four-signs", -- of any age: old signs count too
      finding "pain-in-both-legs",
      screening.ankle_dorsiflexion_grade:at_most(4),
    },
  },
})

finding("cancer-with-pain", {
  says = "cancer with pain at night, severe or growing pain at rest, or pain below the knee",
  when = all {
    finding "cancer",
    any {
      finding "night",
      finding "severe",
      all { complaint.rest_pain:at_least(5), complaint.trend:is "worsening" },
      complaint.radiation:is "below-knee",
      screening.leg_neurology:includes "tingling-below-knee",
    },
  },
})

finding("cancer-history", {
  says = "cancer, now or in the past, whatever else is known",
  when = finding "cancer",
})
