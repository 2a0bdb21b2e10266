-- SPDX-License-Identifier: Apache-2.0
-- The referral rules by urgency, for the decisions that must give way to them. A new referral
-- rule has its finding added here, and nowhere else.

finding("emergency-flag-but-chest-pain", {
  says = "an emergency, chest pain now aside",
  when = any {
    finding "cauda-equina",
    finding "cauda-equina-sexual",
    finding "cauda-equina-both-legs",
    finding "cancer-with-nerve-signs",
    finding "sepsis",
    finding "clot-in-lung",
    finding "cannot-bear-weight",
    finding "severe-trauma",
    finding "aneurysm",
    finding "limb-threat",
  },
})

finding("emergency-flag", {
  says = "an emergency",
  when = any { finding "emergency-flag-but-chest-pain", finding "chest-pain-now" },
})

finding("same-day-flag", {
  says = "a reason for a doctor the same day",
  when = any {
    finding "old-cauda-equina-signs",
    finding "both-legs",
    finding "sexual-change-with-nerve-signs",
    finding "weak-foot",
    finding "cancer-with-pain",
    finding "infection",
    finding "clot-in-leg",
    finding "coughing-blood",
    finding "avulsion-with-nerve-signs",
    finding "bleeding",
    finding "fluoroquinolone",
    finding "pregnancy-warning",
    finding "chest-pain-recent",
  },
})

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

finding("gp-review-flag", {
  says = "a reason for GP review",
  when = any { finding "gp-review-flag-but-cancer", finding "cancer-history" },
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

finding("referral-flag", {
  says = "any reason for a doctor",
  when = any { finding "referral-flag-but-cancer", finding "cancer-history" },
})
