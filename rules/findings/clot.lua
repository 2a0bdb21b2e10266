-- SPDX-License-Identifier: Apache-2.0
-- A clot in the leg or the lung. No point is ever taken off because a tendon might explain it.

finding("leg-clot-signs", {
  says = "signs that fit a clot in the leg",
  when = any {
    screening.dvt_signs:includes_any {
      "deep-vein-tenderness",
      "whole-leg-swollen",
      "calf-3cm-larger",
      "pitting-oedema",
      "collateral-veins",
    },
    all {
      finding "no-male",
      patient.pregnancy_warning_signs:includes "calf-pain-or-swelling",
    },
    all {
      screening.dvt_signs:counts_at_least(1),
      any {
        complaint.sites:includes "calf",
        all {
          complaint.sites:includes "posterior-thigh",
          unless_ruled_out(complaint.duration_weeks:less_than(6)),
        },
      },
    },
    all {
      complaint.sites:includes "calf",
      any {
        finding "pregnant",
        all { finding "given-birth", patient.postpartum_days:at_most(84) },
      },
    },
  },
})

finding("clot-in-lung", {
  says = "signs that fit a clot that has reached the lung",
  when = any {
    all {
      any { screening.dvt_signs:counts_at_least(1), finding "leg-clot-signs" },
      any {
        screening.chest_pain:is_one_of { "now-or-last-12-hours", "last-3-days" },
        screening.faint_or_breathless:is_one_of { "now-or-last-12-hours", "last-3-days" },
        yes(screening.coughing_blood),
      },
    },
    all {
      yes(screening.coughing_blood),
      screening.faint_or_breathless:is_one_of { "now-or-last-12-hours", "last-3-days" },
    },
  },
})

finding("clot-in-leg", {
  says = "signs that fit a clot in the leg, whatever the chest does",
  when = finding "leg-clot-signs",
})

finding("coughing-blood", {
  says = "blood has been coughed up",
  when = yes(screening.coughing_blood),
})
