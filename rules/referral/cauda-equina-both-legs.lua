-- SPDX-License-Identifier: Apache-2.0
-- Is pain in both legs the first sign of cauda equina syndrome?

rule {
  id       = "referral/cauda-equina-both-legs",
  title    = "Pain in both legs, cauda equina signs not ruled out: emergency department now",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Pain that reaches both legs warns of pressure on the nerves at the base of the
    spine. Until every sign has been asked about, the safer answer stands.
  ]],
  evidence = {
    {
      cite = "girft-2023",
      shows = "new pain in both legs is a warning sign of cauda equina syndrome",
      grade = "D",
    },
    { cite = "csp", shows = "new pain in both legs is itself listed as a sign", grade = "D" },
  },

  basis    = "literature",
  decides  = "referral",
  answer   = "emergency",
  when     = finding "cauda-equina-both-legs",

  indicator = "critical",
  say       = {
    clinician =
      "Ask now about numbness between the legs, bladder, bowel, sexual function and " ..
      "weakness in both legs. If any is present, or can't be asked about today, send " ..
      "this person to an emergency department with MRI day and night and phone ahead. If " ..
      "every answer is no, this becomes a call to a doctor the same day.",
    patient =
      "Pain that goes into both legs needs a few personal questions about feeling " ..
      "between your legs, your bladder, your bowel and your sexual function. If any of " ..
      "these has changed, or nobody can go through them with you today, go to " ..
      "{clinic.emergency_place} now or call {clinic.emergency_number}.",
  },

  cautions  = {
    "Sources differ on whether pain in both legs alone goes to the emergency department.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
