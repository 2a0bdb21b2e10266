-- SPDX-License-Identifier: Apache-2.0
-- Anti-inflammatories in pregnancy?

rule {
  id       = "adjunct/anti-inflammatories-pregnant",
  title    = "Anti-inflammatories in pregnancy: ask the doctor or midwife first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    In pregnancy the choice of a painkiller belongs to the doctor or midwife.
  ]],

  basis    = "clinic policy",
  decides  = "adjunct",
  answer   = "caution",
  when     = all {
    treatment.considering:includes "anti-inflammatories",
    finding "pregnant",
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about anti-inflammatories in week {patient.pregnant_weeks}: consider " ..
      "leaving them out unless the doctor or midwife agrees; they give short relief " ..
      "only. Consider load and seating, and ask what has been taken so far, creams and " ..
      "gels included.",
    patient =
      "While you are pregnant, please ask your doctor, midwife or pharmacist before you " ..
      "take or rub in any anti-inflammatory. Adapted exercises and a softer seat are " ..
      "safe ways to ease the pain.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
