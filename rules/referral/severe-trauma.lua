-- SPDX-License-Identifier: Apache-2.0
-- Was it a big trauma within a week, with severe pain at rest?

rule {
  id       = "referral/severe-trauma",
  title    = "Recent big trauma with severe pain: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    A collision, crash, hard impact or fall from height with severe pain at rest may
    have broken pelvis or hip, or injured organs.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "severe-trauma",

  indicator = "critical",
  say       = {
    clinician =
      "Send this person to an emergency department now and phone ahead. Event: " ..
      "{injury.mechanism}; days since: {injury.days_since}; rest pain: " ..
      "{complaint.rest_pain}. Ask for imaging of pelvis and hip, and have belly, bladder " ..
      "and spine looked at. No strength or stretch tests. Move with care, by ambulance " ..
      "if the pelvis or spine hurts.",
    patient =
      "After an accident like yours, pain this strong needs to be checked in hospital " ..
      "today. Please have somebody take you to {clinic.emergency_place} now, or call " ..
      "{clinic.emergency_number} if moving is too painful.",
  },

  cautions  = {
    "In pregnancy tell the department first, so that MRI or ultrasound comes before " ..
      "X-ray or CT.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
