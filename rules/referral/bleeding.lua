-- SPDX-License-Identifier: Apache-2.0
-- Is there bleeding into the thigh on a blood thinner?

rule {
  id       = "referral/bleeding",
  title    = "Injury on a blood thinner with signs of bleeding: a doctor today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    On an anticoagulant, an injury of the hamstring can bleed for days into thigh or
    buttock and press on the nerve.
  ]],

  basis    = "clinic policy",
  decides  = "referral",
  answer   = "same-day",
  when     = finding "bleeding",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the GP or the prescriber today: injury on an anticoagulant with bruising, " ..
      "marked rest pain or nerve signs; ultrasound or MRI and blood count are theirs to " ..
      "order. Measure thigh girth on both sides, test ankle and toe power, and mark the " ..
      "edge of the bruise. The prescriber alone decides about the medicine. No " ..
      "anti-inflammatories, no massage, no heat.",
    patient =
      "Because you take a blood thinner, this injury could be bleeding inside the thigh, " ..
      "and a doctor should look at it today. Phone {clinic.same_day_contact}. Keep " ..
      "taking your medicine as prescribed until they advise you. If the thigh swells " ..
      "fast, grows tight or the foot goes numb, call {clinic.emergency_number}.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
