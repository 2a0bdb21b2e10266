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
    words = {
      "hamstring", "ischial", "sit bone", "buttock", "gluteal", "sciatica", "pelvis", "pelvic",
      "hip", "thigh", "groin", "leg", "lower limb", "lower extremity", "sacr", "lumbar",
      "low back", "lower back",
    },
  },

  -- An order that names one of these places, and none of the region, is about something else.
  -- One that names no place at all is taken to be about the region.
  elsewhere = {
    words = {
      "brain", "head", "skull", "face", "jaw", "eye", "sinus", "neck", "cervical", "thorac",
      "chest", "breast", "heart", "cardiac", "lung", "abdom", "liver", "kidney", "renal",
      "shoulder", "elbow", "wrist", "hand", "finger", "thumb", "knee", "ankle", "foot", "heel",
      "toe", "vein", "pregnan", "obstetric",
    },
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

  -- The drug: a value of treatment.cortisone_drug. An order for one of them is an injection when
  -- its name, route or instruction says so.
  cortisone_drug = {
    triamcinolone = { rxnorm = { "10759" }, words = { "triamcinolone", "kenacort" } },
    methylprednisolone = { rxnorm = { "6902" }, words = { "methylprednisolone", "depo-medrol" } },
    prednisolone = { rxnorm = { "8638" }, words = { "prednisolone" } },
    betamethasone = { rxnorm = { "1514" }, words = { "betamethasone", "celestone" } },
    dexamethasone = { rxnorm = { "3264" }, words = { "dexamethasone" } },
    other = { rxnorm = { "5492" }, words = { "hydrocortisone" } },
  },
  injected = {
    snomed = { "12130007" },
    words = { "inject", "infiltrat", "intra-articular", "intraarticular", "peritendin" },
  },
  medications = {
    ["fluoroquinolone-now"] = {
      words = { "ciprofloxacin", "norfloxacin", "moxifloxacin", "levofloxacin", "ofloxacin" },
    },
  },

  -- What an accepted suggestion drafts: an order that says this. Any other drafts a task.
  drafts = {
    ["request-mri"] = "MRI",
    ["request-ultrasound"] = "Ultrasound",
    ["request-pelvis-imaging"] = "Imaging of the pelvis",
    ["ask-sports-physician"] = "Referral to a sports and exercise physician",
  },

  -- Which decisions a client system is told of: always, when one of its rules gives the answer;
  -- and when one of these is ordered, whatever the answer is.
  told = {
    always = { "referral" },
    when_ordered = {
      imaging = { "mri", "xray", "ultrasound" },
      cortisone = { "cortisone-injection" },
      adjunct = { "prp-injection", "shockwave" },
    },
  },
}
