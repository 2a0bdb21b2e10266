-- SPDX-License-Identifier: Apache-2.0
-- How other systems name what is ordered and where it hurts: a site adds its own codes here.
-- Words are looked for inside a text, in any case. A code that stands nowhere is ignored, and
-- counted in the metric tendon_unknown_codes_total. A site checks the codes against its own terminology
-- before use.

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
  -- What a person takes: a value of patient.medications. A text with a word of `except` is about
  -- something else: drops and creams, an injection.
  medications = {
    ["fluoroquinolone-now"] = {
      rxnorm = { "2551", "82122", "139462", "7623", "7517" },
      atc = { "J01MA01", "J01MA02", "J01MA06", "J01MA12", "J01MA14" },
      words = { "ciprofloxacin", "norfloxacin", "moxifloxacin", "levofloxacin", "ofloxacin" },
    },
    ["oral-corticosteroid"] = {
      rxnorm = { "8640" },
      atc = { "H02AB06", "H02AB07" },
      words = { "prednisone", "prednisolone" },
      except = { "methylprednisolone", "acetate", "inject", "eye", "ear ", "drop", "enema" },
    },
    statin = {
      rxnorm = { "83367", "36567", "301542", "42463" },
      atc = { "C10AA01", "C10AA03", "C10AA05", "C10AA07" },
      words = { "atorvastatin", "simvastatin", "rosuvastatin", "pravastatin" },
    },
    anticoagulant = {
      rxnorm = { "11289", "1364430", "1114195", "67108" },
      atc = { "B01AA03", "B01AB05", "B01AE07", "B01AF01", "B01AF02" },
      words = { "warfarin", "apixaban", "rivaroxaban", "dabigatran", "enoxaparin" },
    },
    bisphosphonate = {
      rxnorm = { "46041", "73056" },
      atc = { "M05BA04", "M05BA07", "M05BA08" },
      words = { "alendron", "risedron", "zoledron", "ibandron" },
    },
  },

  -- What was taken until lately: of requests that are over and were written at most so many days
  -- ago.
  medications_over_days = 60,
  medications_over = {
    ["fluoroquinolone-last-60-days"] = {
      rxnorm = { "2551", "82122", "139462", "7623", "7517" },
      atc = { "J01MA01", "J01MA02", "J01MA06", "J01MA12", "J01MA14" },
      words = { "ciprofloxacin", "norfloxacin", "moxifloxacin", "levofloxacin", "ofloxacin" },
    },
  },

  -- What a person is known to have: a value of patient.conditions.
  conditions = {
    diabetes = {
      snomed = { "73211009", "44054006", "46635009" },
      icd10 = { "E10", "E10.9", "E11", "E11.9" },
      words = { "diabetes mellitus", "type 1 diabetes", "type 2 diabetes", "diabetic" },
      except = {
        "family history", "risk", "screen", "prediabet", "pre-diabet", "non-diabet", "no ",
      },
    },
    ["high-cholesterol"] = {
      snomed = { "13644009", "55822004" },
      icd10 = { "E78.0", "E78.00", "E78.2", "E78.5" },
      words = { "hypercholesterol", "high cholesterol", "hyperlipid" },
      except = { "family history", "risk", "screen", "no " },
    },
    osteoporosis = {
      snomed = { "64859006" },
      icd10 = { "M80", "M81", "M81.0" },
      words = { "osteoporosis" },
      except = { "family history", "risk", "screen", "no " },
    },
    ["inflammatory-arthritis"] = {
      snomed = { "69896004", "9631008", "156370009" },
      icd10 = { "M05.9", "M06.9", "M45" },
      words = {
        "rheumatoid arthritis", "psoriatic arthritis", "ankylosing spondylitis",
        "spondyloarthritis", "inflammatory arthritis",
      },
      except = { "family history", "risk", "screen", "no " },
    },
    psoriasis = {
      snomed = { "9014002" },
      icd10 = { "L40", "L40.0", "L40.9" },
      words = { "psoriasis" },
      except = { "family history", "risk", "screen", "no " },
    },
    ["inflammatory-bowel-disease"] = {
      snomed = { "24526004", "34000006", "64766004" },
      icd10 = { "K50", "K50.9", "K51", "K51.9" },
      words = { "inflammatory bowel disease", "crohn", "ulcerative colitis" },
      except = { "family history", "risk", "screen", "no " },
    },
    uveitis = {
      snomed = { "128473001" },
      icd10 = { "H20", "H20.9" },
      words = { "uveitis", "iritis" },
      except = { "family history", "risk", "screen", "no " },
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
