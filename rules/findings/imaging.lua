-- SPDX-License-Identifier: Apache-2.0
-- What calls for a scan, by how soon; built from the findings of referral so that the two
-- can't drift apart.

finding("scan-asked-about", {
  says = "a scan is being considered",
  when = treatment.considering:includes_any { "mri", "xray", "ultrasound" },
})

finding("scan-now", {
  says = "a reason for a scan now",
  when = any {
    finding "emergency-flag-but-chest-pain",
    finding "old-cauda-equina-signs",
    finding "weak-foot",
    finding "cancer-with-pain",
    finding "infection",
    finding "clot-in-leg",
    finding "avulsion-with-nerve-signs",
    finding "bleeding",
  },
})

finding("scan-this-week", {
  says = "a reason for a scan this week",
  when = any {
    finding "avulsion",
    finding "early-avulsion",
    finding "significant-trauma",
    finding "growth-plate",
    finding "bone-stress",
    finding "fragile-bone",
    finding "foot-weakness-weeks",
    finding "young-hip",
    finding "young-night",
    finding "growing-lump",
  },
})

finding("no-gain-from-rehab", {
  says = "no gain after at least 12 weeks of rehabilitation done, or a further step planned",
  when = all {
    given(rehab.stage),
    rehab.adherent_weeks:at_least(12),
    any {
      complaint.trend:is_one_of { "stable", "worsening" },
      treatment.considering:includes_any { "cortisone-injection", "prp-injection", "surgery" },
    },
  },
})

finding("scan-reasonable", {
  says = "a reason for a scan without hurry",
  when = any { finding "no-gain-from-rehab", finding "teenager", finding "old-trauma" },
})

finding("scan-for-a-specialist", {
  says = "a finding whose imaging the reviewing doctor decides",
  when = any {
    finding "both-legs",
    finding "old-both-legs",
    finding "inflammatory-back",
    finding "enthesitis",
    finding "energy-deficiency",
    finding "nerve-weakness",
    finding "sensory-loss",
    finding "weight-loss",
    finding "sexual-change-alone",
    finding "severe-pain",
  },
})
