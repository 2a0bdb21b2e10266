-- SPDX-License-Identifier: Apache-2.0
person { bed = { plant = "tomato", covered = false }, weather = { lowest_tonight = -1 } }

case "tomatoes" { expect = decides { frost = "protect-now", water = "suppressed" } }
case "rosemary" { bed = { plant = "rosemary" }, expect = decides { frost = "watch" } }
case "a mild night" { weather = { lowest_tonight = 12 }, expect = decides { frost = "none" } }
case "nothing asked" {
  weather = { lowest_tonight = unknown },
  expect = decides { frost = "undetermined" },
}
