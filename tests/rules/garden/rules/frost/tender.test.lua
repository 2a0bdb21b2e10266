-- SPDX-License-Identifier: Apache-2.0
person {
  bed = { plant = "tomato", covered = false },
  weather = { lowest_tonight = 0, signs = {} },
}

case "0 degrees" { expect = answer "protect-now" }
case "1 degree, no signs" { weather = { lowest_tonight = 1 }, expect = silent }
case "3 degrees, clear and still" {
  weather = { lowest_tonight = 3, signs = { "clear", "still" } },
  expect = answer "protect-now",
}
case "4 degrees, clear and still" {
  weather = { lowest_tonight = 4, signs = { "clear", "still" } },
  expect = silent,
}
case "3 degrees and clear" {
  weather = { lowest_tonight = 3, signs = { "clear" } },
  expect = silent,
}
case "3 degrees and still" {
  weather = { lowest_tonight = 3, signs = { "still" } },
  expect = silent,
}
case "lettuce" { bed = { plant = "lettuce" }, expect = silent }
case "covered" { bed = { covered = true }, expect = silent }
case "nobody said whether it is covered" {
  bed = { covered = unknown },
  expect = presumed "protect-now",
}
case "nobody said how cold" {
  weather = { lowest_tonight = unknown },
  expect = asks "weather.lowest_tonight",
}
