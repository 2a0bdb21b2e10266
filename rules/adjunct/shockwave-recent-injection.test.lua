-- SPDX-License-Identifier: Apache-2.0
person {
  treatment = {
    considering = { "shockwave" },
    had_injection = true,
    weeks_since_injection = 6,
  },
}

case "6 weeks" { expect = answer "caution" }
case "6.1 weeks" { treatment = { weeks_since_injection = 6.1 }, expect = silent }
case "never injected" {
  treatment = { had_injection = false, weeks_since_injection = unknown },
  expect = silent,
}
case "weeks not asked" {
  treatment = { weeks_since_injection = unknown },
  expect = asks "treatment.weeks_since_injection",
}
case "injection not asked" {
  treatment = { had_injection = unknown },
  expect = asks "treatment.had_injection",
}
case "not asked about shockwave" {
  treatment = { considering = { "prp-injection" } },
  expect = silent,
}
case "nothing asked about" { treatment = { considering = unknown }, expect = silent }
