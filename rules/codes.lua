-- SPDX-License-Identifier: Apache-2.0
-- How other systems name what is ordered and where it hurts: a site adds its own codes here.
-- Words are looked for inside a text, in any case. A code that stands nowhere is ignored.

codes {
  -- What the advice is about: sit bone, buttock, hamstring, hip, low back. SNOMED CT.
  region = {
    snomed = {
      "279043006", "239993003", "481000119104", "262992000", "23056005",
      "78514002", "49218002", "34840004", "279039007",
    },
    words = { "hamstring", "ischial", "sit bone", "buttock", "gluteal", "sciatica" },
  },

  -- An order for one of these is the same as asking about it: a value of
  -- treatment.considering, or of patient.medications.
  considering = {
    mri = {
      cpt = { "72195", "73718", "73721" },
      words = { "mri", "magnetic resonance" },
    },
    xray = { words = { "x-ray", "xray", "radiograph" } },
    ultrasound = { words = { "ultrasound", "sonography" } },
    ["cortisone-injection"] = {
      snomed = { "231274008" },
      words = { "cortisone injection", "corticosteroid injection", "steroid injection" },
    },
    ["prp-injection"] = { words = { "platelet rich plasma", "platelet-rich plasma", "prp" } },
    shockwave = { words = { "shockwave", "shock wave" } },
  },
  medications = {
    ["fluoroquinolone-now"] = {
      words = { "ciprofloxacin", "norfloxacin", "moxifloxacin", "levofloxacin", "ofloxacin" },
    },
  },
}
