-- SPDX-License-Identifier: Apache-2.0
-- Who may join the running class, as it is or with some exercises changed.

finding("calm", {
  says = "no pain to speak of",
  when = all {
    none { complaint.sites:counts_at_least(1) },
    complaint.rest_pain:at_most(0),
    complaint.worst_pain:at_most(2),
    no(screening.running_impossible),
  },
})

finding("stage-4-settled", {
  says = "stage 4, steady for at least 2 weeks",
  when = all {
    rehab.stage:at_least(4),
    finding "low-and-settled",
    rehab.weeks_stable:at_least(2),
  },
})

finding("birth-84-to-365-days", {
  says = "gave birth 84 to 365 days ago",
  when = all { finding "given-birth", patient.postpartum_days:between(84, 365) },
})

finding("injection-2-to-6-weeks", {
  says = "an injection over 2 and up to 6 weeks ago",
  when = all {
    yes(treatment.had_injection),
    treatment.weeks_since_injection:more_than(2),
    treatment.weeks_since_injection:at_most(6),
  },
})

finding("class-join-modified", {
  says = "fit for the running class with some exercises changed",
  when = all {
    finding "class-base",
    any { finding "calm", all { rehab.stage:at_least(3), finding "low-and-settled" } },
    any {
      rehab.stage:between(3, 3),
      all { rehab.stage:at_least(4), rehab.weeks_stable:less_than(2) },
      finding "birth-84-to-365-days",
      finding "injection-2-to-6-weeks",
      patient.age_years:at_least(65),
      finding "pregnant",
    },
  },
})

finding("class-join", {
  says = "fit for the running class",
  when = all { finding "class-base", any { finding "calm", finding "stage-4-settled" } },
})
