-- SPDX-License-Identifier: Apache-2.0
-- Chest pain, fainting and breathlessness by how long ago, and the arteries.

finding("chest-pain-now", {
  says = "chest pain, fainting or undue breathlessness now or in the last 12 hours",
  when = any {
    screening.chest_pain:is "now-or-last-12-hours",
    screening.faint_or_breathless:is "now-or-last-12-hours",
  },
})

finding("chest-pain-recent", {
  says = "chest pain, fainting or undue breathlessness in the last 3 days",
  when = any {
    screening.chest_pain:is "last-3-days",
    screening.faint_or_breathless:is "last-3-days",
  },
})

finding("chest-pain-unexplained", {
  says = "older chest pain, fainting or breathlessness that nobody has explained",
  when = any {
    screening.chest_pain:is "older-unexplained",
    screening.faint_or_breathless:is "older-unexplained",
    screening.exercise_screen_yes:includes_any { "chest-pain", "dizziness-or-fainting" },
  },
})

finding("aneurysm", {
  says = "from 60 on, sudden low-back, groin or buttock pain and a faint in the last 3 days",
  when = all {
    patient.age_years:at_least(60),
    complaint.onset:is "sudden",
    complaint.sites:includes_any { "low-back", "groin", "buttock" },
    screening.faint_or_breathless:is_one_of { "now-or-last-12-hours", "last-3-days" },
  },
})

finding("limb-threat", {
  says = "the leg is cold, pale, without a pulse, or its compartment is tense",
  when = screening.limb_threat:counts_at_least(1),
})

finding("claudication", {
  says = "pain after a set walking distance that eases on standing still",
  when = yes(complaint.exertional_claudication),
})
