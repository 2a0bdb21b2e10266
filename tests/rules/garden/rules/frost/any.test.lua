-- SPDX-License-Identifier: Apache-2.0
person { bed = { plant = "rosemary", covered = false }, weather = { lowest_tonight = -2 } }

case "2 degrees below" { expect = answer "watch" }
case "20 degrees" { weather = { lowest_tonight = 20 }, expect = silent }
