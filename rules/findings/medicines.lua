-- SPDX-License-Identifier: Apache-2.0
-- Medicines that harm tendons.

finding("fluoroquinolone", {
  says = "tendon-area pain with a fluoroquinolone now or in the last 60 days",
  when = all {
    patient.medications:includes_any { "fluoroquinolone-now", "fluoroquinolone-last-60-days" },
    complaint.sites:includes_any { "sit-bone", "buttock", "posterior-thigh", "calf" },
  },
})
