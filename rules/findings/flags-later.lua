-- SPDX-License-Identifier: Apache-2.0
-- The referral rules that can wait for this week or a GP's review, for the decisions that
-- must give way to them; and any rule at all.

finding("this-week-flag-but-chest-pain", {
  says = "a reason for a doctor this week, unexplained chest pain aside",
  when = any {
    finding "avulsion",
    finding "early-avulsion",
    finding "significant-trauma",
    finding "growth-plate",
    finding "bone-stress",
    finding "fragile-bone",
    finding "foot-weakness-weeks",
    finding "nerve-weakness",
    finding "young-hip",
    finding "young-night",
    finding "growing-lump",
    finding "two-systemic-flags",
    finding "two-groups",
  },
})

finding("this-week-flag", {
  says = "a reason for a doctor this week",
  when = any { finding "this-week-flag-but-chest-pain", finding "chest-pain-unexplained" },
})

finding("gp-review-flag-but-cancer", {
  says = "a reason for GP review, cancer in the history aside",
  when = any {
    finding "weight-loss",
    finding "night-pain",
    finding "severe-pain",
    finding "sexual-change-alone",
    finding "energy-deficiency",
    finding "teenager",
    finding "inflammatory-back",
    finding "enthesitis",
    finding "sensory-loss",
    finding "ankle-four",
    finding "old-both-legs",
    finding "claudication",
    finding "worse-despite-rehab",
    finding "old-trauma",
  },
})

finding("referral-flag-but-cancer", {
  says = "any reason for a doctor, cancer in the history aside",
  when = any {
    finding "emergency-flag",
    finding "same-day-flag",
    finding "this-week-flag",
    finding "gp-review-flag-but-cancer",
  },
})
