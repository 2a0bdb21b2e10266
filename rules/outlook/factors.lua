-- SPDX-License-Identifier: Apache-2.0
-- What may lengthen recovery, and how sure is that?

rule {
  id       = "outlook/factors",
  title    = "What may lengthen recovery, each with how sure that is",
  version  = "1.0.0",
  status   = "active",
  owner    = "Clinical lead, running injuries",
  review   = { done = "2026-11-22", due = "2027-11-22" },

  purpose  = [[
    Some factors can be worked on. None gives a multiplier for this tendon.
  ]],
  evidence = {
    { cite = "ranger-2016", shows = "tendinopathy is commoner with diabetes (odds 3.67)", grade = "B" },
    { cite = "tilley-2015", shows = "blood lipids are higher in people with tendon pain", grade = "B" },
    { cite = "gaida-2009", shows = "body fat goes with tendon pain in many groups", grade = "B" },
    { cite = "huang-2021", shows = "short sleep over two weeks went with more injuries", grade = "C" },
    {
      cite = "cowan-2022",
      shows = "after menopause, hormones helped gluteal pain only at a BMI under 25",
      grade = "C",
    },
    {
      cite = "silbernagel-2011",
      shows = "80 % had fully recovered at 5 years with exercise, at the Achilles tendon",
      grade = "C",
    },
  },

  basis    = "literature",
  decides  = "outlook",
  answer   = "given",
  when     = finding "tendinopathy",

  indicator = "info",
  say       = {
    clinician =
      "Consider going through what can be worked on: blood sugar (strong), blood lipids, " ..
      "body weight and sleep (moderate). The evidence comes from other tendons and gives " ..
      "no number of weeks for this one. Age and menopause are weak; sex alone is none.",
    patient =
      "Most people get better with steady exercise. Diabetes, raised cholesterol, higher " ..
      "body weight and short sleep can slow a tendon down, and each can be worked on with " ..
      "your GP.",
  },

  cautions  = { "The evidence comes from other tendons." },
  history   = { { "1.0.0", "2026-11-22", "First release." } },
}
