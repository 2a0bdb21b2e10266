-- SPDX-License-Identifier: Apache-2.0
-- The referral rules that need a doctor today, for the decisions that must give way to them.
-- A new referral rule has its finding added here or in flags-later.lua, and nowhere else.

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
