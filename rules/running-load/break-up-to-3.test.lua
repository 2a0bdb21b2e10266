-- SPDX-License-Identifier: Apache-2.0
person { running = { planned_run_km = 3, longest_run_30d_km = 0 } }

case "3 km" { expect = answer "caution" }
case "3.1 km" { running = { planned_run_km = 3.1 }, expect = silent }
case "0 km" { running = { planned_run_km = 0 }, expect = answer "caution" }
case "a run in the last 30 days" {
  running = { longest_run_30d_km = 0.1 },
  expect = silent,
}
case "longest not asked" {
  running = { longest_run_30d_km = unknown },
  expect = asks "running.longest_run_30d_km",
}
