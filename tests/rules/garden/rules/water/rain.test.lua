-- SPDX-License-Identifier: Apache-2.0
person { weather = { signs = { "rain-coming", "still" } }, wish = { water_today = true } }

case "rain is coming" { expect = answer "wait" }
case "a clear sky" { weather = { signs = { "clear" } }, expect = silent }
case "the sky not looked at" {
  weather = { signs = unknown },
  expect = asks "weather.signs",
}
