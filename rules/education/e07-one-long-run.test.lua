-- SPDX-License-Identifier: Apache-2.0
person { complaint = { recent_load_increase = true } }

case "more than before" { expect = answer "given" }
case "no increase" { complaint = { recent_load_increase = false }, expect = silent }
case "no increase, a run planned" {
  running = { planned_run_km = 12 },
  complaint = { recent_load_increase = false },
  expect = answer "given",
}
case "not asked" {
  complaint = { recent_load_increase = unknown },
  expect = asks "complaint.recent_load_increase",
}
