-- SPDX-License-Identifier: Apache-2.0
person {
  bed = { litres_last_week = 19, square_metres = 2 },
  weather = { signs = {}, lowest_tonight = 15 },
  wish = { water_today = true },
}

case "9.5 litres a square metre" { expect = answer "water" }
case "10 litres a square metre" { bed = { litres_last_week = 20 }, expect = silent }
case "rain is coming" { weather = { signs = { "rain-coming" } }, expect = silent }
case "size not known" {
  bed = { square_metres = unknown },
  expect = asks "bed.square_metres",
}
case "a dry bed" { expect = decides { water = "water" } }
case "a wet bed" { bed = { litres_last_week = 40 }, expect = decides { water = "wait" } }
case "the sky not looked at" {
  weather = { signs = unknown },
  expect = decides { water = "undetermined" },
}
case "nobody wants to" { wish = { water_today = unknown }, expect = decides { water = "not-asked" } }
