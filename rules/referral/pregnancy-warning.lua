-- SPDX-License-Identifier: Apache-2.0
-- Is there a warning sign in this pregnancy?

rule {
  id       = "referral/pregnancy-warning",
  title    = "A warning sign in pregnancy: call the maternity service today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Bleeding, fluid loss, painful contractions, dizziness, severe headache or a sore
    calf in pregnancy stops exercise until a midwife or doctor has looked.
  ]],
  evidence = {
    {
      cite = "ranzcog",
      shows = "these signs during or after exercise are reasons to stop and to be seen",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "pregnancy-warning",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the maternity service today with the sign " ..
      "({patient.pregnancy_warning_signs}) and the week of pregnancy " ..
      "({patient.pregnant_weeks}). Heavy bleeding, chest pain or breathlessness is an " ..
      "emergency: call {clinic.emergency_number}. No exercise today; measure blood " ..
      "pressure and pulse, and look at both calves.",
    patient =
      "What you noticed in this pregnancy should be heard by your midwife, doctor or " ..
      "maternity service today. Phone them now and leave exercise until they have seen " ..
      "you. If the bleeding is heavy, or you have chest pain or trouble breathing, call " ..
      "{clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
