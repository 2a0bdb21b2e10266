-- SPDX-License-Identifier: Apache-2.0
-- Does a young person hurt at night or strongly at rest?

rule {
  id       = "referral/young-night",
  title    = "Night pain or marked rest pain under 20: a doctor this week",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Under 20, tendons seldom hurt at night. Bone does, and a picture settles it. ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "this-week",
  when     = finding "young-night",

  indicator = "warning",
  say       = {
    clinician =
      "Refer this week, through the GP, for a blood count, inflammation markers and " ..
      "imaging of the painful area; the imaging advice beside this names the kind, in " ..
      "pregnancy too. Age: {patient.age_years}; night pain: {complaint.night_pain}; rest " ..
      "pain: {complaint.rest_pain}. MRI if all are clear and pain stays. Feel for a lump, " ..
      "take the temperature, ask about weight and energy. No loading until seen.",
    patient =
      "Pain at night or at rest is unusual for a tendon at your age, so a doctor should " ..
      "look at the bone this week. See {clinic.this_week_contact}, with a parent or " ..
      "guardian if you are under 18. Most often the answer is harmless; it is just " ..
      "better to know.",
  },

  cautions  = {
    "In pregnancy MRI or ultrasound is asked for before any X-ray or CT.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
