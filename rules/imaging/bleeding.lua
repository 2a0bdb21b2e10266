-- SPDX-License-Identifier: Apache-2.0
-- Is somebody on a blood thinner bleeding into buttock or thigh?

rule {
  id       = "imaging/bleeding",
  title    = "Ultrasound of buttock and thigh today",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    On a blood thinner an injured muscle can go on bleeding; the swelling is seen and
    measured at once by ultrasound.
  ]],

  basis    = "clinic policy",
  decides  = "imaging",
  answer   = "warranted-now",
  when     = finding "bleeding",

  indicator = "critical",
  say       = {
    clinician =
      "Phone the GP today for an ultrasound of buttock and thigh, or MRI if the bleed " ..
      "lies deep, and for a clotting test and blood count. Measure both thighs, mark " ..
      "the edge of the bruise, test feeling and ankle lift. The blood thinner is " ..
      "changed by the prescriber alone. A tense or numb leg goes to the emergency " ..
      "department.",
    patient =
      "With your blood thinner, a bruised or very sore muscle should be looked at with " ..
      "an ultrasound today. Phone {clinic.same_day_contact}. Please keep taking your " ..
      "medicine as prescribed unless the doctor changes it.",
  },
  offer     = { suggest "request-ultrasound" },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
