-- SPDX-License-Identifier: Apache-2.0
person { bed = { plant = "lettuce", covered = false }, weather = { lowest_tonight = -4 } }

case "4 degrees below" { expect = answer "protect-now" }
case "3 degrees below" { weather = { lowest_tonight = -3 }, expect = silent }
case "rosemary" { bed = { plant = "rosemary" }, expect = silent }
case "covered" { bed = { covered = true }, expect = silent }
case "nobody said whether it is covered" {
  bed = { covered = unknown },
  expect = presumed "protect-now",
}
case "nobody said what grows there" {
  bed = { plant = unknown },
  expect = asks "bed.plant",
}
