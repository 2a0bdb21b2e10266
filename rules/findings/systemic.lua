-- SPDX-License-Identifier: Apache-2.0
-- Flags of the whole body, and what two of them together mean.

finding("weight-loss", {
  says = "weight lost without meaning to",
  when = yes(screening.unexplained_weight_loss),
})

finding("growing-lump", {
  says = "a lump that is getting bigger",
  when = yes(screening.growing_lump),
})

finding("two-systemic-flags", {
  says = "at least two flags of the whole body together",
  when = at_least_of(2, {
    yes(screening.unexplained_weight_loss),
    finding "night",
    yes(screening.systemically_unwell),
    finding "cancer",
    finding "severe",
    all {
      patient.age_years:more_than(50),
      complaint.duration_weeks:less_than(26),
      complaint.rest_pain:at_least(4),
    },
  }),
})

finding("gp-review-systemic", {
  says = "a reason for GP review that concerns the whole body",
  when = any {
    finding "cancer-history",
    finding "weight-loss",
    finding "night-pain",
    finding "severe-pain",
    finding "inflammatory-back",
    finding "enthesitis",
  },
})

finding("gp-review-bone", {
  says = "a reason for GP review that concerns bone",
  when = any { finding "energy-deficiency", finding "teenager" },
})

finding("gp-review-systemic-or-bone", {
  says = "a reason for GP review that concerns the whole body or bone",
  when = any { finding "gp-review-systemic", finding "gp-review-bone" },
})

finding("two-groups", {
  says = "reasons for GP review from at least two different groups",
  when = at_least_of(2, {
    finding "gp-review-systemic",
    finding "gp-review-bone",
    finding "sexual-change-alone",
  }),
})
