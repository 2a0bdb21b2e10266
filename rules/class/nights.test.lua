-- SPDX-License-Identifier: Apache-2.0
person { class = { asks_for = "runfit", can_attend_monday_or_tuesday = false } }

case "neither night" { expect = answer "other-class" }
case "one of the nights" {
  class = { can_attend_monday_or_tuesday = true },
  expect = silent,
}
case "not asked" {
  class = { can_attend_monday_or_tuesday = unknown },
  expect = asks "class.can_attend_monday_or_tuesday",
}
