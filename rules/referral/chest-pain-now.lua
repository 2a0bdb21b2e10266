-- SPDX-License-Identifier: Apache-2.0
-- Is there chest pain, a faint or undue breathlessness at this moment?

rule {
  id       = "referral/chest-pain-now",
  title    = "Chest pain, fainting or breathlessness now: call an ambulance",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Heart and lung come before any tendon. ]],
  evidence = {
    {
      cite = "apss-2018",
      shows =
        "chest pain and fainting are answers that stop exercise until a doctor has " ..
        "looked",
      grade = "B",
    },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "chest-pain-now",

  indicator = "critical",
  say       = {
    clinician =
      "Call {clinic.emergency_number} now for chest pain, a faint or undue " ..
      "breathlessness within 12 hours. Keep this person seated and at rest, stay with " ..
      "them, and follow your clinic's first-aid plan. No exercise and no testing. The " ..
      "hamstring can wait for another day.",
    patient =
      "What you feel in your chest, your breathing or the faint you had needs an " ..
      "emergency doctor now. Please call {clinic.emergency_number}, sit down and don't " ..
      "drive yourself. We can look after your hamstring once you are safe.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
