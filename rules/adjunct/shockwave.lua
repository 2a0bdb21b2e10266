-- SPDX-License-Identifier: Apache-2.0
-- Shockwave, where nothing speaks against it?

rule {
  id       = "adjunct/shockwave",
  title    = "Shockwave: an option beside loading, on the strength of one trial",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    One trial in professional athletes speaks for it; how far that reaches is not known.
  ]],
  evidence = {
    {
      cite = "cacchio-2011",
      shows = "one trial, 40 professionals: pain halved in 85 % against 10 % at 3 months",
      grade = "A",
    },
  },

  basis    = "literature",
  decides  = "adjunct",
  answer   = "option",
  when     = treatment.considering:includes "shockwave",

  indicator = "info",
  say       = {
    clinician =
      "Asked about shockwave: consider it as an addition to loading. The benefit rests " ..
      "on a single trial of 40 professional athletes who were not blinded: pain at " ..
      "least halved in 85 % against 10 % at 3 months. Ask what loading has been done, " ..
      "and keep the load test going so that its effect can be judged.",
    patient =
      "You asked about shockwave. Yes, it can be tried beside your exercises. It helped " ..
      "in one small study of professional athletes, so we can't promise the same for " ..
      "you.",
  },
  offer     = { suggest "continue-loading" },

  cautions  = {
    "A single trial, in professionals, without blinding.",
  },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
