-- SPDX-License-Identifier: Apache-2.0
person {
  complaint = { exertional_claudication = true },
  class = { asks_for = "runfit", medically_cleared = false },
}

case "after a set distance" { expect = answer "medical-clearance-first" }
case "no" { complaint = { exertional_claudication = false }, expect = silent }
case "cleared" { class = { medically_cleared = true }, expect = silent }
case "clearance not asked" {
  class = { medically_cleared = unknown },
  expect = presumed "medical-clearance-first",
}
case "not asked" {
  complaint = { exertional_claudication = unknown },
  expect = asks "complaint.exertional_claudication",
}
