-- SPDX-License-Identifier: Apache-2.0
-- Anti-inflammatories on a blood thinner?

rule {
  id       = "adjunct/anti-inflammatories-anticoagulant",
  title    = "Anti-inflammatories with a blood thinner: ask the doctor first",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[ Together they make bleeding likelier, for a relief that is short anyway. ]],

  basis    = "clinic policy",
  decides  = "adjunct",
  answer   = "caution",
  when     = all {
    treatment.considering:includes "anti-inflammatories",
    patient.medications:includes "anticoagulant",
  },

  indicator = "warning",
  say       = {
    clinician =
      "Asked about anti-inflammatories with an anticoagulant: consider leaving them out " ..
      "and asking the GP or pharmacist about other relief. They ease pain for a short " ..
      "time, bring no gain in function and may hide how load is tolerated. Ask about " ..
      "stomach, kidneys and what is taken already.",
    patient =
      "With your blood thinner, anti-inflammatory tablets can make bleeding likelier. " ..
      "Please ask your doctor or pharmacist before you take any, and keep taking your " ..
      "blood thinner as prescribed.",
  },

  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
